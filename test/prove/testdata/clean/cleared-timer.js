exports.handler = async () => {
  const timer = setTimeout(() => console.log('never'), 50);
  clearTimeout(timer);
  const interval = setInterval(() => {}, 10);
  await new Promise((resolve) => setImmediate(resolve));
  clearInterval(interval);
  return 'ok';
};
