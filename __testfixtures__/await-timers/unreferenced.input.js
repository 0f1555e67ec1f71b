exports.handler = async (event) => {
  setTimeout(() => console.log('whenever'), 60000).unref();
  return 'OK';
};
