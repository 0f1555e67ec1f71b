const mysql = require('mysql2/promise');

const publish = async (n) => console.log('published', n);

exports.handler = async (event) => {
  const conn = await mysql.createConnection(process.env.URL);
  try {
    await conn.query('SELECT 1', [event.id]);
  } finally {
    await conn.end();
  }
  await publish(1);
  return 'OK';
};
