const repository = require('./repository');

/**
 * Registers a person.
 *
 * @param {string} name
 * @returns {Promise<number>} the new id
 */
async function register(name) {
  const id = name.length;
  await repository.insert(id, name);
  return id;
}

module.exports = { register };
