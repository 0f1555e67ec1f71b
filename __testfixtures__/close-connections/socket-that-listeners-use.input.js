const net = require('net');

class Launcher {
  constructor(port) {
    this.port = port;
  }

  isReady() {
    return new Promise((resolve, reject) => {
      const client = net.createConnection(this.port);
      client.once('error', (error) => {
        client.destroy();
        reject(error);
      });
      client.once('connect', () => {
        client.destroy();
        resolve();
      });
    });
  }
}

function probe(port, done) {
  const socket = net.connect(port);
  socket.once('connect', () => {
    socket.destroy();
    done(null, true);
  });
}

async function send(port, text) {
  const socket = net.connect(port);
  socket.write(text);
}

async function dump(port) {
  const socket = net.connect(port);
  socket.pipe(process.stdout);
}

module.exports = { Launcher, probe, send, dump };
