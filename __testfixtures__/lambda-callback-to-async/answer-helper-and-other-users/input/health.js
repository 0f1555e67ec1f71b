const answers = require('./answers');

exports.check = (done) => {
  answers.ok('up', done);
};
