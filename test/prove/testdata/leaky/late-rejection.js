// leaks: late-crash
exports.handler = async () => {
  setTimeout(() => Promise.reject(new Error('late')), 20);
  return 'ok';
};
