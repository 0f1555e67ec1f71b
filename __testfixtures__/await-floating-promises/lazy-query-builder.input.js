const knex = require('knex')({ client: 'pg' });

exports.remove = async (id) => {
  knex('orders').where({ id }).del();
  const query = knex('orders').where({ id });
  return query;
};
