exports.handler = async (event, context) => {
  const requestId = context.awsRequestId;
  setTimeout(() => {
    console.log('belongs to', requestId);
  }, 10);
  return 'OK';
};
