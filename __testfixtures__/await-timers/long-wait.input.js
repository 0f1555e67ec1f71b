exports.handler = async (event) => {
  setTimeout(() => console.log('a minute later'), 60 * 1000);
  return 'OK';
};
