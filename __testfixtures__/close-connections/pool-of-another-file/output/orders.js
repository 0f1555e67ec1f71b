const { pool } = require('./database');

exports.handler = async (event) => {
  const connection = await pool.getConnection();
  try {
    const [rows] = await connection.query('SELECT ?', [event.id]);
    return rows;
  } finally {
    connection.release();
  }
};
