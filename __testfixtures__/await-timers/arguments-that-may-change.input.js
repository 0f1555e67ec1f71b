exports.handler = async (event, context) => {
  setTimeout(console.log, 10, context.functionName);
  return 'OK';
};
