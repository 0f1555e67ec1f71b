const mysql = require('mysql');

exports.handler = (event, context, callback) => {
  const connection = mysql.createConnection(process.env.URL);
  const sql = 'SELECT name FROM users WHERE id = ' + connection.escape(event.id);
  connection.query(sql, (error, rows) => {
    callback(error, rows);
  });
};
