// leaks: pending-request
const mysql = require('mysql2/promise');

exports.handler = async () => {
  const connection = await mysql.createConnection({
    host: '127.0.0.1',
    port: process.env.MYSQL_PORT,
    user: 'u',
  });
  const [rows] = await connection.query('SELECT 1');
  connection.end();
  return rows;
};
