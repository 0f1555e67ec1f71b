const work = (n) => new Promise((resolve) => n === 1 && setTimeout(resolve, 5, `done ${n}`));

exports.handler = async (event) => {
  let limit;
  try {
    const late = new Promise((_, reject) => {
      limit = setTimeout(() => reject(new Error('too late')), 30);
    });
    return await Promise.race([work(event.n), late]);
  } finally {
    clearTimeout(limit);
  }
};
