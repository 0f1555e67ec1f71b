let cache = {};
setInterval(() => {
  cache = {};
}, 60000);

exports.handler = async (event) => {
  cache[event.n] = true;
  return Object.keys(cache).length;
};
