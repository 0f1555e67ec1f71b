exports.handler = async (event) => {
  setTimeout(() => console.log('some time later'), event.delay);
  return 'OK';
};
