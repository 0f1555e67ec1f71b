const { getConnection } = require('./db');

exports.handler = async (event) => {
  const conn = await getConnection();
  const [rows] = await conn.query('SELECT 1', [event.id]);
  return rows;
};
