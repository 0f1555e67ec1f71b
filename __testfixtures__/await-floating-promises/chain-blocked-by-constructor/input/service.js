const repository = require('./repository');

class Service {
  constructor(name) {
    this.id = repository.insert(name);
  }
}

module.exports = { Service };
