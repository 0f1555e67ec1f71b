const work = (n) => new Promise((resolve) => setTimeout(resolve, n * 20, `done ${n}`));

exports.handler = async (event) => {
  let timer;
  try {
    const timeout = new Promise((resolve, reject) => {
      timer = setTimeout(() => {
        reject(new Error('too late'));
      }, 30);
    });
    return await Promise.race([work(event.n), timeout]);
  } finally {
    clearTimeout(timer);
  }
};
