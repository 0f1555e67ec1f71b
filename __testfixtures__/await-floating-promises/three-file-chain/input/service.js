const repository = require('./repository');

/**
 * Registers a person.
 *
 * @param {string} name
 * @returns {number} the new id
 */
function register(name) {
  const id = name.length;
  repository.insert(id, name);
  return id;
}

module.exports = { register };
