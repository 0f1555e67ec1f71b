const mysql = require('mysql');
const { promisify } = require('util');

exports.handler = async (event) => {
  const connection = mysql.createConnection(process.env.DATABASE_URL);
  try {
    const query = promisify(connection.query).bind(connection);
    const rows = await query(`SELECT name FROM users WHERE id = ${event.id}`);
    return rows[0].name;
  } finally {
    await new Promise((resolve) => {
      connection.end(resolve);
    });
  }
};

exports.failing = async (event) => {
  const connection = mysql.createConnection(process.env.DATABASE_URL);
  let failure;
  try {
    const rows = await promisify(connection.query).bind(connection)(event.sql);
    return rows[0].name;
  } catch (error) {
    failure = error;
    throw error;
  } finally {
    await promisify(connection.end).bind(connection)().catch((error) => {
      throw failure ?? error;
    });
  }
};

exports.logging = async (event) => {
  const connection = mysql.createConnection(process.env.DATABASE_URL);
  const rows = await promisify(connection.query).bind(connection)(event.sql);
  connection.end((error) => console.log('closed', error));
  return rows[0].name;
};
