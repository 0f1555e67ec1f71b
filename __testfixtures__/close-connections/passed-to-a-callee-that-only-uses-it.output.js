const mysql = require('mysql2/promise');

async function nameOf(conn, id) {
  const [rows] = await conn.query('SELECT name FROM people WHERE id = ?', [id]);
  return rows.length > 0 ? rows[0].name : 'nobody';
}

exports.handler = async (event) => {
  const conn = await mysql.createConnection(process.env.URL);
  try {
    const names = await Promise.all([event.id, 4].map((id) => nameOf(conn, id)));
    return await nameOf(conn, names.length);
  } finally {
    await conn.end();
  }
};
