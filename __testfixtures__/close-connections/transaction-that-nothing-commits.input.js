const knex = require('knex')({ client: 'pg' });

exports.handler = async (event) => {
  const trx = await knex.transaction();
  await trx('orders').insert({ id: event.id });
};
