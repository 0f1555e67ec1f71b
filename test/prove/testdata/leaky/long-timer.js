// leaks: pending-timer
exports.handler = async () => {
  setTimeout(() => console.log('never seen'), 60_000);
  return 'ok';
};
