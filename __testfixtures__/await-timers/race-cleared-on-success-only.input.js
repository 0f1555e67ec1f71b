const work = (n) => new Promise((resolve, reject) => {
  setTimeout(() => (n > 1 ? reject(new Error('no')) : resolve('yes')), 5);
});

exports.handler = async (event) => {
  let timer;
  const timeout = new Promise((_, reject) => {
    timer = setTimeout(() => reject(new Error('too late')), 300);
  });
  const answer = await Promise.race([work(event.n), timeout]);
  clearTimeout(timer);
  return { answer };
};
