const { pool } = require('./database');

exports.handler = async (event) => {
  const connection = await pool.getConnection();
  const [rows] = await connection.query('SELECT ?', [event.id]);
  connection.release();
  return rows;
};
