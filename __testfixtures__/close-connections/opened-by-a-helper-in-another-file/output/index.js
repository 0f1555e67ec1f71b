const { getConnection } = require('./db');

exports.handler = async (event) => {
  const conn = await getConnection();
  try {
    const [rows] = await conn.query('SELECT 1', [event.id]);
    return rows;
  } finally {
    await conn.end();
  }
};
