// leaks: late-execution
const later = (times, work) => setImmediate(() => (times === 0 ? work() : later(times - 1, work)));

exports.handler = async () => {
  later(5, () => console.log('late'));
  return 'ok';
};
