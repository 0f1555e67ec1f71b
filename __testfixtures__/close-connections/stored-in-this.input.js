const { Client } = require('pg');

exports.Store = class {
  async open() {
    const client = new Client();
    await client.connect();
    this.client = client;
  }
};
