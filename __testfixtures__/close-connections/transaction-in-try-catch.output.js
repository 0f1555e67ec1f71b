const mysql = require('mysql2/promise');
const pool = mysql.createPool(process.env.URL);

exports.handler = async (event) => {
  const conn = await pool.getConnection();
  try {
    await conn.beginTransaction();
    const [rows] = await conn.query('SELECT 1 FOR UPDATE', [event.id]);
    await conn.commit();
    return rows;
  } catch (error) {
    await conn.rollback();
    throw error;
  } finally {
    conn.release();
  }
};
