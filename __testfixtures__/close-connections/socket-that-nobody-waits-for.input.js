const net = require('net');

exports.handler = async (event) => {
  const socket = net.connect(8125, process.env.METRICS);
  socket.write(`visits:1|c|#${event.id}`);
  return 'ok';
};
