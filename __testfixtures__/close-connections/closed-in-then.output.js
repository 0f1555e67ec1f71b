const mysql = require('mysql2/promise');

exports.handler = async (event) => {
  const conn = await mysql.createConnection(process.env.URL);
  try {
    return await conn.query('SELECT name FROM users WHERE id = ?', [event.id]).then(([rows]) => {
      return rows.map(({ name }) => name);
    });
  } finally {
    await conn.end();
  }
};
