const mysql = require('mysql2/promise');

async function log(conn, id) {
  await conn.query('INSERT INTO visits (user) VALUES (?)', [id]);
  await conn.query('UPDATE users SET visits = visits + 1 WHERE id = ?', [id]);
}

exports.handler = async (event) => {
  const conn = await mysql.createConnection(process.env.URL);
  try {
    const [rows] = await conn.query('SELECT name FROM users WHERE id = ?', [event.id]);
    await log(conn, event.id);
    return rows;
  } finally {
    await conn.end();
  }
};
