const { record: remember } = require('./service');

exports.handler = async (event) => {
  const size = remember(event.line);
  return { size };
};
