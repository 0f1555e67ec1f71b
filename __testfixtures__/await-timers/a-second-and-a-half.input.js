exports.handler = async (event) => {
  setTimeout(() => console.log('later'), 1500);
  return 'OK';
};
