// leaks: late-execution
exports.handler = async () => {
  setInterval(() => console.log('tick'), 30);
  return 'ok';
};
