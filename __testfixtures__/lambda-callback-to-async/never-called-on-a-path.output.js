exports.handler = async (event, context) => {
  if (event.ready) {
    return 'ready';
  }
};
