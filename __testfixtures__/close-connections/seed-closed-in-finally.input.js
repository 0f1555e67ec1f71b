const mysql = require('mysql2/promise');

async function queryArticles(connection, ids) {
  const [rows] = await connection.query('SELECT id, name FROM articles WHERE id = ?', ids);
  return rows;
}

exports.handler = async (event) => {
  let connection = await mysql.createConnection({ host: event.host });
  try {
    return await queryArticles(connection, [event.id]);
  } finally {
    // Without this, every invocation leaves a socket behind.
    await connection.end();
  }
};
