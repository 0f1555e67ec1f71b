const mysql = require('mysql');

exports.handler = (event, context, callback) => {
  const connection = mysql.createConnection({ host: process.env.host });
  connection.query('SELECT 1', (error, results) => {
    if (error) return callback(error);
    connection.end();
    return callback(null, results);
  });
};
