const mysql = require('mysql2/promise');

exports.handler = async (event) => {
  const conn = await mysql.createConnection(process.env.URL);
  const { query } = conn;
  return query.call(conn, 'SELECT 1');
};
