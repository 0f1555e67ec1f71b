const audit = (n) => {
  if (n > 1) throw new Error('no audit');
};
const pause = (ms) => new Promise((resolve) => setTimeout(resolve, ms));

exports.handler = async (event) => {
  setTimeout(() => audit(event.n), 5);
  if (event.n === 0) return 'nothing';
  await pause(40);
  if (event.n > 1) throw new Error('too many');
  return 'OK';
};
