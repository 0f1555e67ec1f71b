const mysql = require('mysql2/promise');

exports.handler = async (event) => { const c = await mysql.createConnection(process.env.URL);
try {
  return await c.query('SELECT 1', [event.id]);
} finally {
  await c.end();
}
};
