exports.handler = async (event) => {
  setInterval(() => console.log('tick'), 1000);
  return 'OK';
};
