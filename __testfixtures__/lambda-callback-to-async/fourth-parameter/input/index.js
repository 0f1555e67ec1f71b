exports.handler = (event, context, callback, browser) => {
  callback(null, { version: browser.version });
};

exports.other = (event, context, callback, browser) => {
  callback(null, { id: event.id });
};
