const work = (n) => new Promise((resolve) => setTimeout(resolve, n * 20, `done ${n}`));

exports.handler = async (event) => {
  let limit;
  const late = new Promise((_, reject) => {
    limit = setTimeout(() => reject(new Error('too late')), 30);
  });
  return Promise.race([work(event.n), late]).finally(() => clearTimeout(limit));
};
