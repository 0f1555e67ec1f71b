const work = (n) => new Promise((resolve) => n === 1 && setTimeout(resolve, 5, `done ${n}`));
const withTimeout = (promise, ms) =>
  Promise.race([promise, new Promise((_, reject) => setTimeout(() => reject(new Error('too late')), ms))]);

exports.handler = async (event) => {
  return await withTimeout(work(event.n), 30);
};
