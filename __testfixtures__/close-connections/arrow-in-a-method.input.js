const { Client } = require('pg');

class Repository {
  async find(id) {
    const client = new Client();
    await client.connect();
    const { rows } = await client.query('SELECT 1', [id]);
    if (!rows[0]) throw new Error('not found');
    await client.end();
    return rows[0];
  }
}

exports.handler = async (event) => new Repository().find(event.id);
