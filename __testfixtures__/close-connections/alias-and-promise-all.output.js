const { Client } = require('pg');

exports.handler = async (event) => {
  const client = new Client();
  await client.connect();
  try {
    const db = client;
    const first = db.query('SELECT 1', [event.id]);
    const second = db.query('SELECT 1', [2]);
    const results = await Promise.all([first, second]);
    return results.map(({ rows }) => rows.length);
  } finally {
    await client.end();
  }
};
