// leaks: handle-growth
const http = require('http');

exports.handler = async () => {
  const server = http.createServer(() => {}).listen(0);
  await new Promise((resolve) => server.once('listening', resolve));
  return 'ok';
};
