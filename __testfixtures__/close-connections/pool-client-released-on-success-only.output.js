const { Pool } = require('pg');
const pool = new Pool();

exports.handler = async (event) => {
  const client = await pool.connect();
  try {
    const { rows } = await client.query('SELECT * FROM t WHERE id = $1', [event.id]);
    return rows;
  } finally {
    client.release();
  }
};
