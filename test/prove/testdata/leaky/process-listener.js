// leaks: listener-growth
exports.handler = async () => {
  process.on('SIGUSR2', () => {});
  return 'ok';
};
