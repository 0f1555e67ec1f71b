exports.handler = async (event, context) => ({ statusCode: 200, body: event.path });

exports.other = async (event, context) => {
  if (event.path) {
    return event.path;
  } else {
    throw new Error('no path');
  }
};
