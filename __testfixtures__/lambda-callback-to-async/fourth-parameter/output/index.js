exports.handler = (event, context, callback, browser) => {
  callback(null, { version: browser.version });
};

exports.other = async (event, context) => {
  return { id: event.id };
};
