const mysql = require('mysql2/promise');

exports.handler = async (event) => {
  const conn = await mysql.createConnection(process.env.URL);
  try {
    if (!event.id) return 'no id';
    return await conn
      .query('SELECT name FROM users WHERE id = ?', [event.id])
      .then(([rows]) => rows[0].name);
  } finally {
    await conn.end();
  }
};
