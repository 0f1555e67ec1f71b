// leaks: late-execution
// runtime: nodejs22.x
exports.handler = (event, context, callback) => {
  context.callbackWaitsForEmptyEventLoop = false;
  setTimeout(() => console.log('late'), 20);
  callback(null, 'ok');
};
