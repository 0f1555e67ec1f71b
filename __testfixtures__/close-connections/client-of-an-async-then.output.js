const { Pool } = require('pg');

const pool = new Pool();

exports.handler = (event) =>
  pool.connect().then(async (client) => {
    try {
      const { rows } = await client.query('SELECT name FROM users WHERE id = $1', [event.id]);
      if (rows.length === 0) return 'nobody';
      return rows[0].name;
    } finally {
      client.release();
    }
  });
