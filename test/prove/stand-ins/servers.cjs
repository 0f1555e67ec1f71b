// Servers for handlers under test, in a process of their own and never faster than a network: answers that
// come at once hide leaks. Prints its ports as one line of JSON.
const http = require('node:http');
const net = require('node:net');
const mysql = require('mysql2');

const LATENCY_MS = 15;
const later = (work) => setTimeout(work, LATENCY_MS);

const web = http.createServer((request, response) => {
  request.resume();
  later(() => response.writeHead(200, { 'content-type': 'application/x-amz-json-1.0' }).end('{}'));
});

const echo = net.createServer((socket) => {
  socket.on('error', () => {});
  socket.on('data', (data) => later(() => socket.writable && socket.write(data)));
});

const redis = net.createServer((socket) => {
  socket.on('error', () => {});
  // One answer for each command of the array that a client sends.
  socket.on('data', (data) => {
    const commands = data.toString().match(/^\*\d+\r\n\$\d+\r\n[a-z]+/gim) ?? [];
    later(() => {
      for (const command of commands) {
        if (socket.writable)
          socket.write(/info$/i.test(command) ? '$17\r\nredis_version:7.0\r\n' : '+OK\r\n');
      }
      if (/quit/i.test(data.toString())) socket.end();
    });
  });
});

let connections = 0;
const database = mysql.createServer((connection) => {
  connection.on('error', () => {});
  connection.serverHandshake({
    protocolVersion: 10,
    serverVersion: '8.0.0',
    connectionId: ++connections,
    statusFlags: 2,
    characterSet: 8,
    capabilityFlags: 0xffffff ^ 2048 ^ 32,
  });
  connection.on('query', () => {
    later(() => {
      if (!connection.stream.writable) return;
      connection.writeTextResult(
        [{ one: '1' }],
        [
          {
            catalog: 'def',
            schema: 'test',
            table: 't',
            orgTable: 't',
            name: 'one',
            orgName: 'one',
            columnType: 253,
            columnLength: 100,
            characterSet: 33,
            flags: 0,
            decimals: 0,
          },
        ],
      );
    });
  });
  connection.on('quit', () => later(() => connection.close()));
});

const listen = (server) =>
  new Promise((resolve) => {
    const socket = server.listen(0, '127.0.0.1', () =>
      resolve((socket?.address?.() ?? server._server.address()).port),
    );
  });

Promise.all([web, echo, redis, database].map(listen)).then(([webPort, tcp, redisPort, mysqlPort]) => {
  const variables = {
    HTTP_URL: `http://127.0.0.1:${webPort}/`,
    TCP_PORT: String(tcp),
    REDIS_PORT: String(redisPort),
    MYSQL_PORT: String(mysqlPort),
  };
  process.stdout.write(`${JSON.stringify(variables)}\n`);
});

// The one who started it holds the other end.
process.stdin.resume().on('end', () => process.exit());
