// leaks: late-execution
// runtime: nodejs24.x
exports.handler = () => {
  setTimeout(() => console.log('late'), 20);
};
