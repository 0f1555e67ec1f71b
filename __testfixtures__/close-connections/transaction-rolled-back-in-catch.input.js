const knex = require('knex')({ client: 'pg' });

exports.handler = async (event) => {
  const trx = await knex.transaction();
  try {
    await trx('orders').insert({ id: event.id });
    await trx.commit();
  } catch (error) {
    await trx.rollback();
    throw error;
  }
};
