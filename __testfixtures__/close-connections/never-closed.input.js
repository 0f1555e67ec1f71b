const mysql = require('mysql2/promise');

exports.handler = async (event) => {
  const conn = await mysql.createConnection({ host: process.env.DB_HOST, user: 'app' });

  const [rows] = await conn.query('SELECT name FROM people WHERE id = ?', [event.id]);
  if (rows.length === 0) {
    return { statusCode: 404 };
  }
  // One row, by its primary key.
  return { statusCode: 200, body: JSON.stringify(rows[0]) };
};
