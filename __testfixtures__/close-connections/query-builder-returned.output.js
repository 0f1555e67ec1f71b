const knex = require('knex');

exports.open = async (id) => {
  const database = knex({ client: 'pg' });
  try {
    return await database('orders').select('*').where({ id });
  } finally {
    await database.destroy();
  }
};
