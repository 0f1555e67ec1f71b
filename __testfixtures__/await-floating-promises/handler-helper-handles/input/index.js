const { audit } = require('./audit');

exports.handler = async (event) => {
  audit(event.user);
  return 'ok';
};
