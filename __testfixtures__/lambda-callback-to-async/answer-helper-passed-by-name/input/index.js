const answers = require('./answers');
const { traced } = require('tracing');

const tracedOk = traced(answers.ok);

exports.handler = (event, context, callback) => {
  answers.ok(callback, { id: event.id });
};

exports.other = (event, context, callback) => {
  tracedOk(callback, event.id);
};
