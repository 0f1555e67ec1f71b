const { connect } = require('../connect');

function seed(settings) {
  // Nobody can say who calls it, by which name.
  connect(settings);
}

module.exports = seed;
