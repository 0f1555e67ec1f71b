const http = require('http');

const server = http.createServer();

const start = async (handler) => {
  const server = http.createServer(handler);
  server.close((err) => {
    if (err) throw err;
    console.log('closed');
  });
};

module.exports = { server, start };
