const { Client } = require('pg');

exports.handler = (event) => {
  const client = new Client();
  client.connect();
  return client.query('SELECT 1', [event.id]).then(({ rows }) => rows);
};
