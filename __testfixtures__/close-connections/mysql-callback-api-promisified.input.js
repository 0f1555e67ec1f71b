const util = require('util');
const mysql = require('mysql');

exports.handler = async (event) => {
  const connection = mysql.createConnection({ host: process.env.HOST });
  const query = util.promisify(connection.query).bind(connection);
  const rows = await query('SELECT * FROM t WHERE id = ?', [event.id]);
  connection.end();
  return rows;
};
