const { Pool } = require('pg');

const pool = new Pool({ max: 2 });

exports.handler = async (event) => {
  const { rows } = await pool.query('SELECT * FROM t WHERE id = $1', [event.id]);
  return rows;
};
