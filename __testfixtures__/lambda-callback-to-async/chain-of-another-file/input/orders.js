const { setTimeout: wait } = require('timers/promises');

exports.find = async (event) => {
  const { id } = event.query;
  await wait(2);
  return { id };
};

exports.price = (event) =>
  new Promise((resolve) => {
    resolve(event.query.id.length);
  });

exports.label = (event) => Promise.resolve(event.query.id);

exports.nested = {
  find: async (event) => event.query.id,
};
