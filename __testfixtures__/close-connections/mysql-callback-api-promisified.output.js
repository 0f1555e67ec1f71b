const util = require('util');
const mysql = require('mysql');

exports.handler = async (event) => {
  const connection = mysql.createConnection({ host: process.env.HOST });
  try {
    const query = util.promisify(connection.query).bind(connection);
    const rows = await query('SELECT * FROM t WHERE id = ?', [event.id]);
    return rows;
  } finally {
    await new Promise((resolve) => connection.end(resolve));
  }
};
