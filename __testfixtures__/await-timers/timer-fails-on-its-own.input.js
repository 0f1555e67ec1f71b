const audit = (n) => {
  if (n > 1) throw new TypeError('no audit');
};
const pause = (ms) => new Promise((resolve) => setTimeout(resolve, ms));

exports.handler = async (event) => {
  try {
    setTimeout(() => audit(event.n), 5);
    if (event.n === 0) return 'nothing';
    await pause(40);
    return 'OK';
  } catch (error) {
    return 'caught';
  }
};
