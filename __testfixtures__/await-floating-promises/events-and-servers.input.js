const http = require('http');

exports.start = async () => {
  process.on('SIGTERM', async () => {
    await Promise.resolve();
  });
  const server = http.createServer(async (request, response) => {
    response.end(request.url);
  });
  server.listen(0);
  return server;
};
