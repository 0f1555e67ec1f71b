// leaks: late-execution
// runtime: nodejs22.x
exports.handler = (event, context) => {
  setTimeout(() => console.log('late'), 20);
  context.succeed('ok');
};
