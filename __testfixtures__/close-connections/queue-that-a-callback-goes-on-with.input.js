const mysql = require('mysql');

exports.handler = (event, context, callback) => {
  const connection = mysql.createConnection(process.env.URL);
  connection.query('SELECT id FROM users', (error, [{ id }]) => {
    connection.query('DELETE FROM users WHERE id = ?', [id], callback);
  });
};
