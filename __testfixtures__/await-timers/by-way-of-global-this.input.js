exports.handler = async (event) => {
  globalThis.setTimeout(() => console.log('later'), 5);
  return 'OK';
};
