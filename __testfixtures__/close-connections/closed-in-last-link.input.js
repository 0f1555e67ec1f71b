const mysql = require('mysql2/promise');

exports.handler = async (event) => {
  const conn = await mysql.createConnection(process.env.URL);
  await conn.query('INSERT INTO visits (user) VALUES (?)', [event.id]).then(() => conn.end());
  return 'ok';
};
