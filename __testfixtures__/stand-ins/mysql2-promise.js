// Answers like mysql2/promise, without a server: `FAIL` in a statement makes it fail, an even id has a row.
class Connection {
  #open = true;

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

  async end() {
    await new Promise((resolve) => setTimeout(resolve, 1));
    this.#open = false;
  }

  destroy() {
    this.#open = false;
  }

  release() {
    this.#open = false;
  }
}

async function createConnection(options) {
  if (options && options.host === 'down') throw new Error('connect ECONNREFUSED');
  return new Connection();
}

module.exports = {
  createConnection,
  createPool: () => ({
    getConnection: () => createConnection(),
    query: (sql, parameters) => new Connection().query(sql, parameters),
    execute: (sql, parameters) => new Connection().query(sql, parameters),
    end: async () => {},
  }),
};
