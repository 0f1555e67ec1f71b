const { Client } = require('pg');

class Store {
  async open() {
    this.client = new Client();
    await this.client.connect();
  }
}

class Closing {
  async open() {
    this.connection = new Client();
    await this.connection.connect();
  }

  close() {
    return this.connection.end();
  }
}

module.exports = { Store, Closing };
