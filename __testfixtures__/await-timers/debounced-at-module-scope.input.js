let timer;

exports.handler = async (event) => {
  clearTimeout(timer);
  timer = setTimeout(() => console.log('flushed'), 1000);
  return 'OK';
};
