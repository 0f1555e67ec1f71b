const mysql = require('mysql2/promise');

let connection;

exports.getConnection = async () => {
  if (!connection) connection = await mysql.createConnection(process.env.URL);
  return connection;
};
