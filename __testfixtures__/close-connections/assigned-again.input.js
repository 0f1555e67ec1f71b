const mysql = require('mysql2/promise');

exports.handler = async (event) => {
  let conn = await mysql.createConnection(process.env.URL);
  await conn.query('SELECT 1');
  conn = await mysql.createConnection(process.env.OTHER);
  await conn.query('SELECT 1');
  return 'OK';
};
