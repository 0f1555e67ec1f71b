const { ok } = require('./answers');

exports.report = (done) => ok(done, { at: Date.now() });

exports.print = (given) => {
  const done = (err, answer, body) => console.log(answer, body);
  ok(done, given);
};
