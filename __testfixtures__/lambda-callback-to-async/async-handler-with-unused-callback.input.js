exports.handler = async (event, context, callback) => {
  return { id: event.id };
};
