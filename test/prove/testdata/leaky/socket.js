// leaks: handle-growth
const net = require('net');

exports.handler = async () => {
  const socket = net.connect(process.env.TCP_PORT, '127.0.0.1');
  await new Promise((resolve) => socket.once('connect', resolve));
  return 'ok';
};
