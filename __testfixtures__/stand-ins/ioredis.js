// Answers like ioredis, without a server: the id FAIL makes a command fail, the address `breaks` makes quit() fail.
const { appendFileSync } = require('fs');

const count = (mark) => {
  if (process.env.OPENED_AND_CLOSED) appendFileSync(process.env.OPENED_AND_CLOSED, mark);
};

class Redis {
  #url;
  #visits = 0;

  constructor(url) {
    this.#url = url;
    count('+');
  }

  async incr(key) {
    await new Promise((resolve) => setTimeout(resolve, 1));
    if (key === 'FAIL') throw new Error('WRONGTYPE');
    this.#visits += 1;
    return this.#visits;
  }

  async quit() {
    count('-');
    await new Promise((resolve) => setTimeout(resolve, 1));
    if (this.#url === 'breaks') throw new Error('Connection is closed.');
    return 'OK';
  }
}

module.exports = Redis;
