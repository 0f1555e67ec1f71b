const mysql = require('mysql2/promise');

let connection;

exports.handler = async (event) => {
  if (!connection) {
    connection = await mysql.createConnection(process.env.URL);
  }
  const [rows] = await connection.query('SELECT 1', [event.id]);
  return rows;
};
