const { Pool } = require('pg');

const pool = new Pool();

exports.handler = async (event) => {
  return pool.connect().then((client) => {
    return client.query('SELECT name FROM users WHERE id = $1', [event.id]).then((result) => {
      return result.rows;
    }).finally(() => client.release());
  });
};
