const mysql = require('mysql');
const { promisify } = require('util');

exports.handler = async (event) => {
  const connection = mysql.createConnection(process.env.DATABASE_URL);
  const rows = await promisify(connection.query).bind(connection)('SELECT ?', [event.id]);
  await promisify(connection.end).bind(connection)();
  return rows;
};
