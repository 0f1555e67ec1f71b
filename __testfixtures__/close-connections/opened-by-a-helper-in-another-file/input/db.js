const mysql = require('mysql2/promise');

exports.getConnection = async () => {
  const conn = await mysql.createConnection(process.env.URL);
  return conn;
};
