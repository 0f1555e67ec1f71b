const http = require('http');
const { once } = require('events');

exports.handler = async () => {
  const server = http.createServer((request, response) => response.end('x')).listen(0);
  await once(server, 'listening');
  server.close();
  await once(server, 'close');
  return 'ok';
};
