const { Pool } = require('pg');

const pool = new Pool({ max: 1 });

exports.handler = async (event) => {
  const client = await pool.connect();
  const { rows } = await client.query('SELECT id FROM users WHERE id = $1', [event.id]);
  client.release();
  await pool.query('INSERT INTO visits (user) VALUES ($1)', [rows[0].id]);
  return rows;
};
