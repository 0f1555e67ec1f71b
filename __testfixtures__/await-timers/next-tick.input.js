exports.handler = async (event) => {
  process.nextTick(() => console.log('before the answer anyway'));
  return 'OK';
};
