const { Client } = require('pg');

exports.prepare = async (name) => {
  const client = new Client();
  await client.connect();

  await client.query('CREATE DATABASE orders');
  await client.query('ALTER DATABASE orders SET TIMEZONE TO UTC');

  await client.end();

  await exports.fill(name);
};

exports.fill = async (name) => {
  const client = new Client();
  await client.connect();

  await client.query('INSERT INTO orders VALUES (?)', [name]);

  await client.end();
};
