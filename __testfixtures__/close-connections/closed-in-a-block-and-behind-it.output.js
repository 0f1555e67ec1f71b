const { Client } = require('pg');

exports.handler = async (event) => {
  const client = new Client();
  await client.connect();
  try {
    {
      const { rows } = await client.query('SELECT ?', [event.id]);
      if (rows.length === 0) {
        return 'none';
      }
    }
    await client.query('UPDATE visits');
    return 'some';
  } finally {
    await client.end();
  }
};
