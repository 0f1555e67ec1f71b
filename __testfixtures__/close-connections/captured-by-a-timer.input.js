const mysql = require('mysql2/promise');

exports.handler = async (event) => {
  const conn = await mysql.createConnection(process.env.URL);
  setTimeout(() => conn.query('DELETE FROM t WHERE old = 1'), 50);
  const [rows] = await conn.query('SELECT 1', [event.id]);
  return rows;
};
