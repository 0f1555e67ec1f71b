// Answers like pg, without a server: `FAIL` in a statement makes it fail, an even id has a row.
const { appendFileSync } = require('fs');

const count = (mark) => {
  if (process.env.OPENED_AND_CLOSED) appendFileSync(process.env.OPENED_AND_CLOSED, mark);
};

class Client {
  #open = true;
  #counted = false;

  on() {
    return this;
  }

  async connect() {
    count('+');
    this.#counted = true;
    await new Promise((resolve) => setTimeout(resolve, 1));
  }

  async query(sql, parameters = []) {
    await new Promise((resolve) => setTimeout(resolve, 1));
    if (!this.#open) throw new Error('Client was closed and is not queryable');
    if (sql.includes('FAIL') || parameters.includes('FAIL')) throw new Error('syntax error');
    const [id = 2] = parameters;
    return { rows: id % 2 === 0 ? [{ id, name: `name ${id}` }] : [] };
  }

  async end() {
    if (this.#open && this.#counted) count('-');
    this.#open = false;
  }

  release() {
    if (!this.#open) throw new Error('Release called on client which has already been released to the pool.');
    this.#open = false;
    count('-');
  }
}

class Pool {
  #ended = false;

  constructor() {
    count('+');
  }

  on() {
    return this;
  }

  async connect() {
    const client = new Client();
    await client.connect();
    return client;
  }

  query(sql, parameters) {
    return new Client().query(sql, parameters);
  }

  async end() {
    if (this.#ended) throw new Error('Called end on pool more than once');
    this.#ended = true;
    count('-');
  }
}

module.exports = { Client, Pool };
