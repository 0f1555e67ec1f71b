// leaks: late-execution
// runtime: nodejs24.x
exports.handler = awslambda.streamifyResponse(async (event, out) => {
  setTimeout(() => console.log('late'), 30);
  out.end('x');
});
