const work = (n) => new Promise((resolve) => n === 1 && setTimeout(resolve, 5, `done ${n}`));

exports.handler = async (event) => {
  const answer = await Promise.race([
    work(event.n),
    new Promise((_, reject) => setTimeout(() => reject(new Error('too late')), 400)),
  ]);
  return answer.toUpperCase();
};
