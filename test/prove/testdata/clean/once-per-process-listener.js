let isListening = false;

exports.handler = async () => {
  if (!isListening) process.on('SIGUSR2', () => {});
  isListening = true;
  return 'ok';
};
