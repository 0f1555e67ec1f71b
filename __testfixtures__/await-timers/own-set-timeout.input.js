const { setTimeout } = require('./clock');

exports.handler = async (event) => {
  setTimeout(() => console.log('whose?'), 10);
  return 'OK';
};
