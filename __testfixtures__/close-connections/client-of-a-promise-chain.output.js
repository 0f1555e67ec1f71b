const { Pool } = require('pg');

const pool = new Pool();

exports.handler = (event) =>
  pool.connect().then((client) =>
    client
      .query('SELECT name FROM users WHERE id = $1', [event.id])
      .then(({ rows }) => rows[0].name)
      .finally(() => client.release()),
  );
