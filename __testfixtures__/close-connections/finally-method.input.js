const mysql = require('mysql2/promise');

exports.handler = async (event) => {
  const conn = await mysql.createConnection(process.env.URL);
  return conn.query('SELECT 1', [event.id]).finally(() => conn.end());
};
