const mysql = require('mysql2/promise');

const connect = () => mysql.createConnection(process.env.URL);

exports.handler = async (event) => {
  const db = await connect();
  try {
    const [rows] = await db.query('SELECT 1', [event.id]);
    return rows;
  } finally {
    await db.end();
  }
};
