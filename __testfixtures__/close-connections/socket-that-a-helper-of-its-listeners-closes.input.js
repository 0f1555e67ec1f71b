const net = require('net');

function hangUp(socket) {
  socket.removeAllListeners();
  socket.end();
  socket.destroy();
  socket.unref();
}

exports.isListening = (port) =>
  new Promise((resolve, reject) => {
    const socket = net.createConnection(port);
    socket.once('error', (error) => {
      hangUp(socket);
      reject(error);
    });
    socket.once('connect', () => {
      hangUp(socket);
      resolve();
    });
  });
