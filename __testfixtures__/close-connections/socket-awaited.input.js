const net = require('net');

async function greetingOf(port) {
  const socket = net.connect(port);
  socket.setEncoding('utf8');
  await new Promise((resolve) => socket.once('connect', resolve));
  return new Promise((resolve, reject) => {
    socket.once('data', resolve);
    socket.once('error', reject);
  });
}

async function tell(port, text) {
  const socket = net.connect(port);
  socket.on('error', (error) => console.error(error.message));
  socket.write(text);
  socket.end();
}

module.exports = { greetingOf, tell };
