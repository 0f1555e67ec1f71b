const { Client } = require('pg');

exports.prepare = async (name) => {
  const client = new Client();
  await client.connect();

  try {
    await client.query('CREATE DATABASE orders');
    await client.query('ALTER DATABASE orders SET TIMEZONE TO UTC');
  } finally {
    await client.end();
  }

  await exports.fill(name);
};

exports.fill = async (name) => {
  const client = new Client();
  await client.connect();

  try {
    await client.query('INSERT INTO orders VALUES (?)', [name]);
  } finally {
    await client.end();
  }
};
