exports.handler = async (event, context) => {
  if (event.path) {
    return event.path;
  } else {
    throw new Error('no path');
  }
};
