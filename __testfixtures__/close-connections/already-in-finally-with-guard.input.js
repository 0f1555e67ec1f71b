const mysql = require('mysql2/promise');

exports.handler = async (event) => {
  let conn = null;
  try {
    conn = await mysql.createConnection({ host: event.host });
    const [rows] = await conn.query('SELECT 1', [event.id]);
    return rows;
  } catch (error) {
    return error.message;
  } finally {
    if (conn) await conn.end();
  }
};
