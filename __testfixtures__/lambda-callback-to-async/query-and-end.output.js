const mysql = require('mysql');
const { promisify } = require('util');

exports.handler = async (event, context) => {
  const connection = mysql.createConnection({ host: process.env.DB_HOST });
  connection.connect();
  try {
    const rows = await promisify(connection.query).bind(connection)(event.sql);
    return rows;
  } finally {
    await new Promise((resolve) => connection.end(resolve));
  }
};
