const { Client } = require('pg');

exports.handler = async (event) => {
  const client = new Client();
  await client.connect();
  await client.query('SELECT 1').then(() => {
    client.end();
  });
  return client.query('SELECT 2', [event.id]);
};
