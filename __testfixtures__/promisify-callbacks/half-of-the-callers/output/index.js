const store = require('./store');
const { promisify } = require('util');

exports.handler = async (event) => {
  const value = await promisify(store.read)(event.key);
  console.log(value);
};
