let listener;

exports.handler = async (event) => {
  if (listener) process.off('SIGUSR2', listener);
  listener = () => console.log(event);
  process.on('SIGUSR2', listener);
  return 'ok';
};
