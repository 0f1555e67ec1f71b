const net = require('net');

exports.isListening = (port) =>
  new Promise((resolve) => {
    const socket = net.connect(port);
    socket.once('error', () => resolve(false));
    socket.once('connect', () => {
      socket.end();
      resolve(true);
    });
  });
