exports.handler = async (event, context) => ({ id: event.id });
