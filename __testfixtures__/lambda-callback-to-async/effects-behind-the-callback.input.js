const audit = require('./audit');

exports.handler = (event, context, callback) => {
  callback(null, 'accepted');
  audit(event);
};
