exports.handler = async (event, context) => {
  if (!event.token) {
    throw 'Unauthorized';
  }
  return { user: event.token };
};
