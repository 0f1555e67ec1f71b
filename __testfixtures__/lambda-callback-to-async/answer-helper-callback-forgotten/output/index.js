const answers = require('./answers');

exports.handler = async (event, context) => {
  if (!event.pathParameters) {
    return answers.rejected('no path');
  }
  const { slug } = event.pathParameters;
  if (slug === '') return answers.rejected('no slug');
  if (slug === 'teapot') logRejected();
  return answers.found({ slug });
};

// It has no callback to give.
function logRejected() {
  console.log(answers.rejected('teapot'));
}
