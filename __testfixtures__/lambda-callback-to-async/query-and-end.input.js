const mysql = require('mysql');

exports.handler = (event, context, callback) => {
  const connection = mysql.createConnection({ host: process.env.DB_HOST });
  connection.connect();
  connection.query(event.sql, (error, rows) => {
    if (error) return callback(error);
    callback(null, rows);
  });
  connection.end();
};
