const mysql = require('mysql2/promise');

exports.handler = async (event) => {
  const connection = await mysql.createConnection({ host: event.host, user: 'shop' });
  try {
    const [rows] = await connection.query('SELECT id, name FROM articles WHERE id = ?', [event.id]);
    console.log('handles', process._getActiveHandles().length > 0);
    return rows;
  } finally {
    await connection.end();
  }
};
