const { Client } = require('pg');

exports.handler = async (event) => {
  const client = new Client();
  await client.connect();
  {
    const { rows } = await client.query('SELECT ?', [event.id]);
    if (rows.length === 0) {
      await client.end();
      return 'none';
    }
  }
  await client.query('UPDATE visits');
  await client.end();
  return 'some';
};
