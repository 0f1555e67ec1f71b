const work = (n) => new Promise((resolve) => n === 1 && setTimeout(resolve, 5, `done ${n}`));
const withTimeout = (promise, ms) => {
  let timer;
  return Promise.race([promise, new Promise((_, reject) => { timer = setTimeout(() => reject(new Error('too late')), ms); })]).finally(() => clearTimeout(timer));
};

exports.handler = async (event) => {
  return await withTimeout(work(event.n), 30);
};
