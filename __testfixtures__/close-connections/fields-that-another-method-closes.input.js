const fs = require('fs');
const Redis = require('ioredis');

class Log {
  open(folder) {
    this.errors = fs.openSync(`${folder}/errors.log`, 'a');
  }

  clear() {
    if (this.errors) {
      fs.closeSync(this.errors);
      delete this.errors;
    }
  }
}

class Cache {
  constructor(options) {
    const client = new Redis(options);
    this.client = client;
  }

  async close() {
    await this.client.quit();
  }
}

module.exports = { Log, Cache };
