const mysql = require('mysql2/promise');
const { audit } = require('@acme/audit');

exports.handler = async (event) => {
  const conn = await mysql.createConnection(process.env.URL);
  await audit(conn);
  return 'OK';
};
