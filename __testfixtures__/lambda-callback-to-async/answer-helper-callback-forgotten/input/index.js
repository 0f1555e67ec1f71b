const answers = require('./answers');

exports.handler = (event, context, callback) => {
  if (!event.pathParameters) {
    answers.rejected('no path');
    return;
  }
  const { slug } = event.pathParameters;
  if (slug === '') return answers.rejected(callback, 'no slug');
  if (slug === 'teapot') logRejected();
  answers.found(callback, { slug });
};

// It has no callback to give.
function logRejected() {
  console.log(answers.rejected('teapot'));
}
