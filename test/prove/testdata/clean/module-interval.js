let ticks = 0;
setInterval(() => {
  ticks++;
}, 20);

exports.handler = async () => 'ok';
