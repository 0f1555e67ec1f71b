const sql = require('mssql');

exports.handler = async () => {
  const pool = await sql.connect(process.env.URL);
  const { recordset } = await pool.request().query('SELECT 1');
  return recordset;
};
