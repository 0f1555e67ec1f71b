'use strict';

const fs = require('fs');
const path = require('path');
const config = require('./config');

function toCsv(orders) {
  return orders.map((order) => `${order.id};${order.customer};${order.total}\n`).join('');
}

async function saveReport(date, orders) {
  const file = path.join(config.reportFolder, `orders-${date}.csv`);
  fs.writeFile(file, toCsv(orders), (err) => {
    if (err) throw err;
    console.log(`saved ${orders.length} orders of ${date}`);
  });
}

module.exports = { saveReport };
