const DELAY = 2 * 10;

exports.handler = async (event) => {
  setTimeout(() => { console.log('one'); console.log('two'); }, DELAY);
  return 'OK';
};
