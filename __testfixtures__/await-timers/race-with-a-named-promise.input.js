const work = (n) => new Promise((resolve) => n === 1 && setTimeout(resolve, 5, `done ${n}`));

exports.handler = async (event) => {
  const timeout = new Promise((resolve, reject) => {
    setTimeout(() => {
      reject(new Error('too late'));
    }, 400);
  });
  return Promise.race([work(event.n), timeout]);
};
