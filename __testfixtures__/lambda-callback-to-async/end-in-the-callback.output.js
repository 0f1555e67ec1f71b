const mysql = require('mysql');
const { promisify } = require('util');

exports.handler = async (event, context) => {
  const connection = mysql.createConnection({ host: process.env.DB_HOST });
  const sql = event.sql;
  let error = null;
  let rows;
  try {
    rows = await promisify(connection.query).bind(connection)(sql);
  } catch (reason) {
    error = reason;
  }
  await new Promise((resolve) => connection.end(resolve));
  if (error) {
    return { statusCode: 500, body: error.message };
  }
  return { statusCode: 200, body: JSON.stringify(rows) };
};
