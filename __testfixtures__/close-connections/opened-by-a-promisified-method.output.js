const { Client } = require('pg');
const { promisify } = require('util');

exports.query = async (sql) => {
  const client = new Client();
  await promisify(client.connect).bind(client)();
  try {
    const result = await promisify(client.query).bind(client)(sql);
    return result;
  } finally {
    await promisify(client.end).bind(client)();
  }
};
