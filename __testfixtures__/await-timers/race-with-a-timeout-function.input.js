const work = (n) => new Promise((resolve) => n === 1 && setTimeout(resolve, 5, `done ${n}`));
const timeout = (ms) =>
  new Promise((_, reject) => {
    setTimeout(() => reject(new Error('too late')), ms);
  });

exports.handler = async (event) => {
  const answer = await Promise.race([work(event.n), timeout(100)]);
  return answer.toUpperCase();
};
