const knex = require('knex');

exports.open = async (id) => {
  const database = knex({ client: 'pg' });
  return database('orders').select('*').where({ id });
};
