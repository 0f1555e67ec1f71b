exports.handler = async (event, context) => {
  return event.id;
};
