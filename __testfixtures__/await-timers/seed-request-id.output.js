const { promisify } = require('util');

const setTimeoutAsync = promisify(setTimeout);

exports.handler = async (event, context) => {
  const requestId = context.awsRequestId;
  await setTimeoutAsync(10);
  console.log('belongs to', requestId);
  return 'OK';
};
