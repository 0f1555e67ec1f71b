const { Client } = require('pg');

class Repository {
  async find(id) {
    const client = new Client();
    await client.connect();
    try {
      const { rows } = await client.query('SELECT 1', [id]);
      if (!rows[0]) throw new Error('not found');
      return rows[0];
    } finally {
      await client.end();
    }
  }
}

exports.handler = async (event) => new Repository().find(event.id);
