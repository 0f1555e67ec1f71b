exports.handler = async (event) => {
  const timer = setTimeout(() => console.log('whenever'), 60000);
  timer.unref();
  return 'OK';
};
