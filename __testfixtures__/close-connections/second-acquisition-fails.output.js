const mysql = require('mysql2/promise');

exports.handler = async (event) => {
  const source = await mysql.createConnection(process.env.SOURCE);
  try {
    const target = await mysql.createConnection({ host: event.target });
    try {
      const [rows] = await source.query('SELECT name FROM users WHERE id = ?', [event.id]);
      await target.query('INSERT INTO users (name) VALUES (?)', [rows[0].name]);
      return rows;
    } finally {
      await target.end();
    }
  } finally {
    await source.end();
  }
};
