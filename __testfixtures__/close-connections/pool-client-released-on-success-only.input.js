const { Pool } = require('pg');
const pool = new Pool();

exports.handler = async (event) => {
  const client = await pool.connect();
  const { rows } = await client.query('SELECT * FROM t WHERE id = $1', [event.id]);
  client.release();
  return rows;
};
