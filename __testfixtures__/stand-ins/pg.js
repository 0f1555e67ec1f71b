// Answers like pg, without a server: `FAIL` in a statement makes it fail, an even id has a row.
class Client {
  #open = true;

  on() {
    return this;
  }

  async connect() {
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
    this.#open = false;
  }

  release() {
    if (!this.#open) throw new Error('Release called on client which has already been released to the pool.');
    this.#open = false;
  }
}

class Pool {
  on() {
    return this;
  }

  async connect() {
    return new Client();
  }

  query(sql, parameters) {
    return new Client().query(sql, parameters);
  }

  async end() {}
}

module.exports = { Client, Pool };
