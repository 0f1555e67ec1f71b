const mysql = require('mysql');

exports.handler = (event, context, callback) => {
  const connection = mysql.createConnection({ host: process.env.DB_HOST });
  connection.query(event.sql, (error, rows) => {
    connection.end();
    if (error) {
      callback(null, { statusCode: 500, body: error.message });
      return;
    }
    callback(null, { statusCode: 200, body: JSON.stringify(rows) });
  });
};
