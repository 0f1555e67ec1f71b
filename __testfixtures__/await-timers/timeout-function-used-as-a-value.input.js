const pause = (ms) => new Promise((resolve) => setTimeout(resolve, ms));

exports.handler = async (event) => {
  await Promise.all([1, 2].map(pause));
  return Promise.race([Promise.resolve(event.n), pause(100)]);
};
