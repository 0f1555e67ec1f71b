const { Client } = require('pg');

exports.both = async () => {
  const client = new Client();
  await client.connect();
  const orders = client.query('SELECT * FROM orders');
  const users = client.query('SELECT * FROM users');
  return { orders: await orders, users: await users };
};

exports.one = async (event) => {
  const client = new Client();
  await client.connect();
  const orders = client.query('SELECT * FROM orders');
  const filter = JSON.parse(event.filter);
  return (await orders).rows.filter(({ state }) => state === filter.state);
};
