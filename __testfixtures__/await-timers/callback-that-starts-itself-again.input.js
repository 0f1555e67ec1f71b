exports.handler = async (event) => {
  setTimeout(function tick() {
    console.log('tick');
    if (event.n > 1) setTimeout(tick, 5);
  }, 5);
  return 'OK';
};
