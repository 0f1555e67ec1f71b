const { Pool } = require('pg');

const pool = new Pool();

exports.handler = (event) =>
  pool.connect().then((client) =>
    client
      .query('SELECT name FROM users WHERE id = $1', [event.id])
      .then(({ rows }) => rows[0].name)
      .then((name) => {
        client.release();
        return name;
      })
      .catch((error) => {
        client.release();
        throw error;
      }),
  );
