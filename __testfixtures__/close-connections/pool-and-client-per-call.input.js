const { Pool } = require('pg');

exports.handler = async (event) => {
  const pool = new Pool({ max: 1 });
  const client = await pool.connect();
  await client.query(`
    SELECT set_config('app.id', '1', false)
  `);
  return client.query('SELECT * FROM t WHERE id = $1', [event.id]);
};
