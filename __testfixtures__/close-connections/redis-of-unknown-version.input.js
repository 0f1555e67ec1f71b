const { createClient } = require('redis');

exports.handler = async (event) => {
  const client = createClient();
  await client.connect();
  return client.get(event.key);
};
