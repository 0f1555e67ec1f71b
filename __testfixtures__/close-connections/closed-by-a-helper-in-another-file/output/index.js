const { openClient, closeClient } = require('./db');

exports.handler = async (event) => {
  const client = await openClient();
  try {
    const { rows } = await client.query('SELECT 1', [event.id]);
    return rows;
  } finally {
    await closeClient(client);
  }
};
