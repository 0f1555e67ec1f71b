const net = require('net');
const { once } = require('events');

exports.handler = async () => {
  const socket = net.connect(process.env.TCP_PORT, '127.0.0.1');
  await once(socket, 'connect');
  socket.end();
  socket.resume();
  await once(socket, 'close');
  return 'ok';
};
