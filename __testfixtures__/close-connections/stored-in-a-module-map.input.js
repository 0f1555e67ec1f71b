const mysql = require('mysql2/promise');

const connections = new Map();

exports.handler = async (event) => {
  const conn = await mysql.createConnection(process.env.URL);
  connections.set(event.id, conn);
  const [rows] = await conn.query('SELECT 1', [event.id]);
  return rows;
};
