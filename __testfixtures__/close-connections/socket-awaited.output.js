const net = require('net');

async function greetingOf(port) {
  const socket = net.connect(port);
  try {
    socket.setEncoding('utf8');
    await new Promise((resolve) => socket.once('connect', resolve));
    return await new Promise((resolve, reject) => {
      socket.once('data', resolve);
      socket.once('error', reject);
    });
  } finally {
    socket.destroy();
  }
}

async function tell(port, text) {
  const socket = net.connect(port);
  try {
    socket.on('error', (error) => console.error(error.message));
    socket.write(text);
  } finally {
    socket.end();
  }
}

module.exports = { greetingOf, tell };
