const mysql = require('mysql2/promise');

exports.handler = async (event) => {
  const conn = await mysql.createConnection(process.env.URL);
  await conn.query('SELECT 1');
  await conn.end();
  const [rows] = await conn.query('SELECT 2');
  return rows;
};
