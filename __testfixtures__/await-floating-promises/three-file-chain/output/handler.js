const { register } = require('./service');

exports.handler = async (event) => {
  const id = await register(event.name);
  return { id };
};
