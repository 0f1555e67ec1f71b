const work = (n) => new Promise((resolve) => n === 1 && setTimeout(resolve, 5, `done ${n}`));

function withTimeout(promise, ms) {
  let timer;
  const late = new Promise((_, reject) => {
    timer = setTimeout(() => reject(new Error('too late')), ms);
  });
  return Promise.race([promise, late]).finally(() => clearTimeout(timer));
}

exports.handler = async (event) => {
  const answer = await withTimeout(work(event.n), 30);
  return answer.toUpperCase();
};
