const mysql = require('mysql2/promise');

const pool = mysql.createPool({
  host: '127.0.0.1',
  port: process.env.MYSQL_PORT,
  user: 'u',
  connectionLimit: 3,
});

exports.handler = async () => {
  await Promise.all([1, 2, 3, 4, 5].map(() => pool.query('SELECT 1')));
  return 'ok';
};
