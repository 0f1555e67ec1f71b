const mysql = require('mysql2/promise');
const { Client } = require('pg');

exports.touch = async (id) => {
  const connection = await mysql.createConnection(process.env.DATABASE_URL);
  connection
    .query('UPDATE orders SET seen = 1 WHERE id = ?', [id])
    .then(() => connection.query('UPDATE totals SET seen = seen + 1'))
    .catch(console.error);
};

exports.log = async (text) => {
  const client = new Client();
  await client.connect();
  client.query('INSERT INTO log VALUES ($1)', [text]).catch(console.error);
};
