const { record: remember } = require('./service');

exports.handler = async (event) => {
  const size = await remember(event.line);
  return { size };
};
