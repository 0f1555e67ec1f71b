const knex = require('knex')({ client: 'pg' });

exports.handler = async (event) => {
  const trx = await knex.transaction();
  try {
    const [id] = await trx('orders').insert({ id: event.id });
    await trx.commit();
    return id;
  } finally {
    if (!trx.isCompleted()) await trx.rollback().catch(() => {});
  }
};
