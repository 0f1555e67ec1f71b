// leaks: unsettled-promise pending-timer
const mysql = require('mysql2/promise');

const pool = mysql.createPool({ host: '127.0.0.1', port: process.env.MYSQL_PORT, user: 'u' });

exports.handler = async () => {
  pool.query('SELECT 1');
  return 'ok';
};
