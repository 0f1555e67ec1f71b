exports.handler = async (event, context) => {
  if (!(event.id)) {
    throw new Error('no id');
  }
  if (event.id) {
    return event.id;
  }
};
