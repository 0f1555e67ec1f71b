const { audit } = require('./audit');

exports.handler = async (event) => {
  await audit(event.user);
  return 'ok';
};
