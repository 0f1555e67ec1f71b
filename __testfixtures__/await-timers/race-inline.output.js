const work = (n) => new Promise((resolve) => n === 1 && setTimeout(resolve, 5, `done ${n}`));

exports.handler = async (event) => {
  let timer;
  try {
    const answer = await Promise.race([
      work(event.n),
      new Promise((_, reject) => { timer = setTimeout(() => reject(new Error('too late')), 400); }),
    ]);
    return answer.toUpperCase();
  } finally {
    clearTimeout(timer);
  }
};
