const load = require('./load');

exports.run = (name, settings) => {
  load(name)(settings);
};
