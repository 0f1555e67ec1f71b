const work = (n) => new Promise((resolve) => n === 1 && setTimeout(resolve, 5, `done ${n}`));

exports.handler = async (event) => {
  let timer;
  try {
    const late = new Promise((resolve) => { timer = setTimeout(resolve, 30, 'late'); });
    return await Promise.race([work(event.n), late]);
  } catch (error) {
    return error.message;
  } finally {
    clearTimeout(timer);
  }
};
