// leaks: late-execution
exports.handler = async () => {
  setTimeout(() => console.log('late'), 20);
  return 'ok';
};
