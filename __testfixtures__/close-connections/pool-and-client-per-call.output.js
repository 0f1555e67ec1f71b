const { Pool } = require('pg');

exports.handler = async (event) => {
  const pool = new Pool({ max: 1 });
  try {
    const client = await pool.connect();
    try {
      await client.query(`
    SELECT set_config('app.id', '1', false)
  `);
      return await client.query('SELECT * FROM t WHERE id = $1', [event.id]);
    } finally {
      client.release();
    }
  } finally {
    await pool.end();
  }
};
