const { register } = require('./service');

exports.handler = async (event) => {
  const id = register(event.name);
  return { id };
};
