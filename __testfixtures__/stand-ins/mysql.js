// Answers like mysql, without a server: `FAIL` in a statement makes it fail, an even id has a row.
const { appendFileSync } = require('fs');

const count = (mark) => {
  if (process.env.OPENED_AND_CLOSED) appendFileSync(process.env.OPENED_AND_CLOSED, mark);
};

class Connection {
  #queue = Promise.resolve();
  #ending = false;

  constructor() {
    count('+');
  }

  #add(work) {
    this.#queue = this.#queue.then(() => new Promise((resolve) => setTimeout(resolve, 1))).then(work);
  }

  connect(callback = () => {}) {
    this.#add(callback);
  }

  escape(value) {
    return `'${value}'`;
  }

  query(sql, callback) {
    if (this.#ending) throw new Error('Cannot enqueue Query after invoking quit.');
    const id = Number(/\d+/.exec(sql)?.[0] ?? 2);
    this.#add(() => {
      if (sql.includes('FAIL')) callback(new Error('ER_PARSE_ERROR'));
      else callback(null, id % 2 === 0 ? [{ id, name: `name ${id}` }] : []);
    });
  }

  end(callback = () => {}) {
    if (this.#ending) throw new Error('Cannot enqueue Quit after invoking quit.');
    this.#ending = true;
    count('-');
    this.#add(callback);
  }
}

module.exports = { createConnection: () => new Connection() };
