const mysql = require('mysql');

function findUser(id, callback) {
  const connection = mysql.createConnection(process.env.URL);
  const sql = 'SELECT name FROM users WHERE id = ' + connection.escape(id);
  connection.query(sql, (error, rows) => {
    callback(error, rows);
  });
  connection.end();
}

exports.handler = (event) =>
  new Promise((resolve, reject) => {
    findUser(event.id, (error, rows) => (error ? reject(error) : resolve(rows)));
  });
