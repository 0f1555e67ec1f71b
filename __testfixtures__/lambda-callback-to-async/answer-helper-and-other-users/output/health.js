const answers = require('./answers');

exports.check = (done) => {
  done(null, answers.ok('up'));
};
