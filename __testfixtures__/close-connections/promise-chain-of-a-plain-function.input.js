const { Client } = require('pg');

exports.handler = (event) => {
  const client = new Client();
  return client
    .connect()
    .then(() => client.query('SELECT name FROM users WHERE id = $1', [event.id]))
    .then((result) => {
      client.end();
      return result.rows[0].name;
    });
};
