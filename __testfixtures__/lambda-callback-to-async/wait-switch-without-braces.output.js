exports.handler = async function (event, context) {
  if (event.fast) context.callbackWaitsForEmptyEventLoop = false;
  return event.id;
};
