exports.handler = async (event, context) => {
  if (!event.id) {
    throw new Error('no id');
  }
  console.log('id', event.id);
  return event.id;
};
