const audit = (n) => {
  if (n > 1) throw new Error('no audit');
  console.log('audited', n);
};
const pause = (ms) => new Promise((resolve) => setTimeout(resolve, ms));

exports.handler = async (event) => {
  for (let i = 0; i <= event.n; i += 1) {
    setTimeout(() => audit(i), 5);
  }
  if (event.n === 0) return 'nothing';
  await pause(30);
  return 'OK';
};
