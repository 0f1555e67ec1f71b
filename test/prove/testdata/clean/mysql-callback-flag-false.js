// runtime: nodejs22.x
const mysql = require('mysql2');

const pool = mysql.createPool({ host: '127.0.0.1', port: process.env.MYSQL_PORT, user: 'u' });

exports.handler = (event, context, callback) => {
  context.callbackWaitsForEmptyEventLoop = false;
  pool.query('SELECT 1', (error, rows) => callback(error, rows));
};
