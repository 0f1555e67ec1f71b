const mysql = require('mysql2/promise');

exports.handler = async (event) => {
  const conn = await mysql.createConnection(process.env.URL);
  try {
    await conn.query('INSERT INTO visits (user) VALUES (?)', [event.id]);
    return 'ok';
  } finally {
    await conn.end();
  }
};
