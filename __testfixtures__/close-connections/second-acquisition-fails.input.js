const mysql = require('mysql2/promise');

exports.handler = async (event) => {
  const source = await mysql.createConnection(process.env.SOURCE);
  const target = await mysql.createConnection({ host: event.target });
  const [rows] = await source.query('SELECT name FROM users WHERE id = ?', [event.id]);
  await target.query('INSERT INTO users (name) VALUES (?)', [rows[0].name]);
  await target.end();
  await source.end();
  return rows;
};
