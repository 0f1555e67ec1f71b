const mysql = require('mysql');

exports.handler = (event, context, callback) => {
  const connection = mysql.createConnection({ host: process.env.DB_HOST });
  connection.query('SELECT 1', (error, rows) => {
    if (error) return callback(error);
    connection.query(event.sql, callback);
  });
  connection.end();
};
