const mysql = require('mysql2/promise');

exports.handler = async (event) => {
  const conn = await mysql.createConnection(process.env.URL);
  try {
    const [rows] = await conn.query('SELECT 1', [event.id]);
    return rows;
  } finally {
    await conn.end();
  }
};
