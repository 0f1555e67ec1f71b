const { openClient, closeClient } = require('./db');

exports.handler = async (event) => {
  const client = await openClient();
  const { rows } = await client.query('SELECT 1', [event.id]);
  await closeClient(client);
  return rows;
};
