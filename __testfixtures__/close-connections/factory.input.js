const { Client } = require('pg');

exports.connect = async (url) => {
  const client = new Client({ connectionString: url });
  await client.connect();
  return client;
};
