const mysql = require('mysql2/promise');

module.exports.handler = async (event) => {
  const db = await mysql.createConnection({ host: event.host });
  try {
    const [rows] = await db.query('SELECT 1', [event.id]);
    return { rows };
  } catch (error) {
    throw new Error(`lookup failed: ${error.message}`);
  } finally {
    await db.end();
  }
};
