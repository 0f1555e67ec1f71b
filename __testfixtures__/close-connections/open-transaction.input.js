const { Pool } = require('pg');
const pool = new Pool();

exports.handler = async (event) => {
  const client = await pool.connect();
  await client.query('BEGIN');
  await client.query('UPDATE t SET n = $1', [event.n]);
  await client.query('COMMIT');
  client.release();
  return 'OK';
};
