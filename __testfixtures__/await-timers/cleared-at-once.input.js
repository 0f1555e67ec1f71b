exports.handler = async (event) => {
  const timer = setTimeout(() => console.log('never'), 10);
  clearTimeout(timer);
  return 'OK';
};
