const work = (n) => new Promise((resolve) => n === 1 && setTimeout(resolve, 5, `done ${n}`));

exports.handler = async (event) => {
  let timer;
  try {
    const timeout = new Promise((resolve, reject) => {
      timer = setTimeout(() => {
        reject(new Error('too late'));
      }, 400);
    });
    return await Promise.race([work(event.n), timeout]);
  } finally {
    clearTimeout(timer);
  }
};
