// runtime: nodejs22.x
const mysql = require('mysql2');

exports.handler = (event, context, callback) => {
  const connection = mysql.createConnection({ host: '127.0.0.1', port: process.env.MYSQL_PORT, user: 'u' });
  connection.query('SELECT 1', (error, rows) => {
    connection.end(() => callback(error, rows));
  });
};
