const run = require('./run');

exports.handler = (event, context, callback) => {
  run(event, { answer: callback });
};
