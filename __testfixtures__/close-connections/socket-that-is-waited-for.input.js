const { once } = require('events');
const net = require('net');

exports.greet = async (port) => {
  const socket = net.connect(port);
  await once(socket, 'connect');
  socket.write('HELO');
  const [answer] = await once(socket, 'data');
  return String(answer);
};
