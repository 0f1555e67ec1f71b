const pause = (ms, onStart = () => {}) => new Promise(resolve => onStart(setTimeout(resolve, ms)));
const work = async (n) => {
  await pause(5);
  return `done ${n}`;
};

exports.handler = async (event) => {
  let timer;
  try {
    return await Promise.race([work(event.n), pause(100, (started) => { timer = started; }).then(() => 'too late')]);
  } catch (error) {
    return error.message;
  } finally {
    clearTimeout(timer);
  }
};
