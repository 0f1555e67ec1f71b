import { createServer } from 'node:net';

export function start(port) {
  const server = createServer();
  server.listen(port);
  return server;
}
