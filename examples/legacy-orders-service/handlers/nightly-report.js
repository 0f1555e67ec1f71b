'use strict';

const mysql = require('mysql2/promise');
const config = require('../lib/config');
const { saveReport } = require('../lib/reports');

module.exports.handler = async (event) => {
  const connection = await mysql.createConnection(config.database);
  const [orders] = await connection.execute(
    `SELECT id, customer, total
       FROM orders
      WHERE placed_on = ?`,
    [event.date],
  );
  await saveReport(event.date, orders);
  await connection.end();
  return { date: event.date, orders: orders.length };
};
