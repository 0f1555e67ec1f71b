const pause = ms => new Promise(resolve => setTimeout(resolve, ms));
const work = async (n) => {
  await pause(5);
  return `done ${n}`;
};

exports.handler = async (event) => {
  try {
    return await Promise.race([work(event.n), pause(100).then(() => 'too late')]);
  } catch (error) {
    return error.message;
  }
};
