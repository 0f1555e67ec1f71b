// Answers like mysql2/promise, without a server: `FAIL` in a statement makes it fail, an even id has a row.
const { appendFileSync } = require('fs');

const count = (mark) => {
  if (process.env.OPENED_AND_CLOSED) appendFileSync(process.env.OPENED_AND_CLOSED, mark);
};

class Connection {
  #open = true;

  constructor() {
    count('+');
  }

  #close() {
    if (this.#open) count('-');
    this.#open = false;
  }

  async query(sql, parameters = []) {
    await new Promise((resolve) => setTimeout(resolve, 1));
    if (!this.#open) throw new Error("Can't add new command when connection is in closed state");
    if (sql.includes('FAIL') || parameters.includes('FAIL')) throw new Error('ER_PARSE_ERROR');
    const [id = 2] = parameters;
    return [id % 2 === 0 ? [{ id, name: `name ${id}` }] : [], []];
  }

  execute(sql, parameters) {
    return this.query(sql, parameters);
  }

  async beginTransaction() {}
  async commit() {}
  async rollback() {}

  /** As in the first two major versions, a second call never ends. */
  async end() {
    if (!this.#open) await new Promise(() => {});
    await new Promise((resolve) => setTimeout(resolve, 1));
    this.#close();
  }

  destroy() {
    this.#close();
  }

  release() {
    this.#close();
  }
}

async function createConnection(options) {
  if (options && options.host === 'down') throw new Error('connect ECONNREFUSED');
  return new Connection();
}

async function queryOnce(sql, parameters) {
  const connection = new Connection();
  try {
    return await connection.query(sql, parameters);
  } finally {
    connection.release();
  }
}

function createPool() {
  count('+');
  return {
    getConnection: () => createConnection(),
    query: queryOnce,
    execute: queryOnce,
    end: async () => count('-'),
  };
}

module.exports = { createConnection, createPool };
