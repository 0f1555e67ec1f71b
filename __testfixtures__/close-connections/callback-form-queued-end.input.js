const mysql = require('mysql');

exports.handler = (event, context, callback) => {
  const connection = mysql.createConnection({ host: process.env.host });
  connection.query('SELECT 1', (error, results) => {
    callback(error, results);
  });
  connection.end();
};
