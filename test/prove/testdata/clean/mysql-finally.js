const mysql = require('mysql2/promise');

exports.handler = async () => {
  const connection = await mysql.createConnection({
    host: '127.0.0.1',
    port: process.env.MYSQL_PORT,
    user: 'u',
  });
  try {
    const [rows] = await connection.query('SELECT 1');
    return rows;
  } finally {
    await connection.end();
  }
};
