const work = (n) => new Promise((resolve) => n === 1 && setTimeout(resolve, 5, `done ${n}`));
const timeout = (ms, onStart = () => {}) =>
  new Promise((_, reject) => {
    onStart(setTimeout(() => reject(new Error('too late')), ms));
  });

exports.handler = async (event) => {
  let timer;
  try {
    const answer = await Promise.race([work(event.n), timeout(100, (started) => { timer = started; })]);
    return answer.toUpperCase();
  } finally {
    clearTimeout(timer);
  }
};
