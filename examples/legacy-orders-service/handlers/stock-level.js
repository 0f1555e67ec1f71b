'use strict';

const mysql = require('mysql2/promise');
const config = require('../lib/config');
const respond = require('../lib/respond');

module.exports.handler = async (event) => {
  const connection = await mysql.createConnection(config.database);
  const [rows] = await connection.execute('SELECT sku, level FROM stock WHERE sku = ?', [
    event.pathParameters.sku,
  ]);
  if (rows.length === 0) {
    return respond(404, { message: 'no such article' });
  }
  return respond(200, rows[0]);
};
