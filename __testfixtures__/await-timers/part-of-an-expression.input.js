exports.handler = async (event) => {
  event.n > 1 ? setTimeout(() => console.log('later'), 5) : undefined;
  return 'OK';
};
