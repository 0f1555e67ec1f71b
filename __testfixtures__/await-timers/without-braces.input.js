exports.handler = async (event) => {
  if (event.n > 1) setTimeout(() => console.log('two'), 10);
  return event.n;
};
