const mysql = require('mysql2/promise');

module.exports.handler = async (event) => {
  let conn;
  try {
    conn = await mysql.createConnection({ host: event.host });
    const [rows] = await conn.query('SELECT 1', [event.id]);
    return { rows };
  } catch (error) {
    console.error(error);
    return { error: error.message };
  } finally {
    if (conn) {
      await conn.end();
    }
  }
};
