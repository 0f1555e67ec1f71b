exports.handler = async (event, context) => {
  return { id: event.id };
};
