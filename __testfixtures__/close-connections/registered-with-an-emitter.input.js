const { Client } = require('pg');
const emitter = require('./bus');

exports.handler = async (event) => {
  const client = new Client();
  await client.connect();
  emitter.on('order', (order) => client.query('INSERT INTO orders VALUES ($1)', [order.id]));
  return 'OK';
};
