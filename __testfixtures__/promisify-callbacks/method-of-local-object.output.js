const http = require('http');
const { promisify } = require('util');

const server = http.createServer();

const start = async (handler) => {
  const server = http.createServer(handler);
  await promisify(server.close).bind(server)();
  console.log('closed');
};

module.exports = { server, start };
