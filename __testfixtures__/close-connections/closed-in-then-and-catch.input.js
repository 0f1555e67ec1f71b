const mysql = require('mysql2/promise');

exports.handler = async (event) => {
  const conn = await mysql.createConnection(process.env.URL);
  if (!event.id) return 'no id';
  return conn
    .query('SELECT name FROM users WHERE id = ?', [event.id])
    .then(([rows]) => rows[0].name)
    .then((name) => {
      conn.end();
      return name;
    })
    .catch((error) => {
      conn.end();
      throw error;
    });
};
