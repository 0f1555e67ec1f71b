const mysql = require('mysql2/promise');

exports.handler = async (event) => {
  const conn = await mysql.createConnection(process.env.URL);
  return conn.query('SELECT name FROM users WHERE id = ?', [event.id]).then(([rows]) => {
    conn.end();
    return rows.map(({ name }) => name);
  });
};
