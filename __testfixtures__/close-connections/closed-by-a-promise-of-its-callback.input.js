const mysql = require('mysql');
const { promisify } = require('util');

exports.handler = async (event) => {
  const connection = mysql.createConnection(process.env.DATABASE_URL);
  const query = promisify(connection.query).bind(connection);
  const rows = await query(`SELECT name FROM users WHERE id = ${event.id}`);
  await new Promise((resolve) => {
    connection.end(resolve);
  });
  return rows[0].name;
};

exports.failing = async (event) => {
  const connection = mysql.createConnection(process.env.DATABASE_URL);
  const rows = await promisify(connection.query).bind(connection)(event.sql);
  await promisify(connection.end).bind(connection)();
  return rows[0].name;
};

exports.logging = async (event) => {
  const connection = mysql.createConnection(process.env.DATABASE_URL);
  const rows = await promisify(connection.query).bind(connection)(event.sql);
  connection.end((error) => console.log('closed', error));
  return rows[0].name;
};
