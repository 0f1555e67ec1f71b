const { Pool } = require('pg');

const pool = new Pool();

exports.handler = (event) =>
  pool
    .connect()
    .then((client) => ({ client, name: event.name }))
    .then(({ client, name }) => client.query('SELECT 1', [name]));
