// Answers like sequelize, without a server: `FAIL` in a statement makes it fail.
const { appendFileSync } = require('fs');

const count = (mark) => {
  if (process.env.OPENED_AND_CLOSED) appendFileSync(process.env.OPENED_AND_CLOSED, mark);
};

class Transaction {
  #state;

  constructor() {
    count('+');
  }

  #end(state) {
    if (this.#state) throw new Error(`Transaction has been finished with state: ${this.#state}`);
    this.#state = state;
    count('-');
  }

  get finished() {
    return this.#state;
  }

  async commit() {
    this.#end('commit');
  }

  async rollback() {
    this.#end('rollback');
  }
}

class Sequelize {
  async transaction() {
    return new Transaction();
  }

  async query(sql, { replacements = [] } = {}) {
    if (sql.includes('FAIL') || replacements.includes('FAIL')) throw new Error('syntax error');
    return [replacements, replacements.length];
  }
}

module.exports = { Sequelize };
