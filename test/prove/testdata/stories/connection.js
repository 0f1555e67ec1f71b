const mysql = require('mysql2/promise');

exports.handler = async () => {
  const connection = await mysql.createConnection({
    host: '127.0.0.1',
    port: Number(process.env.MYSQL_PORT),
    user: 'app',
  });
  const [rows] = await connection.query('SELECT 1 AS one');
  return rows.length;
};
