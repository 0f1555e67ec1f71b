const { Client } = require('pg');

async function openClient() {
  const client = new Client();
  await client.connect();
  return client;
}

async function closeClient(client) {
  await client.end();
}

module.exports = { openClient, closeClient };
