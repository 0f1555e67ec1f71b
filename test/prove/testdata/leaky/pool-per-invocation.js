// leaks: handle-growth
const mysql = require('mysql2/promise');

exports.handler = async () => {
  const pool = mysql.createPool({ host: '127.0.0.1', port: process.env.MYSQL_PORT, user: 'u' });
  const [rows] = await pool.query('SELECT 1');
  return rows;
};
