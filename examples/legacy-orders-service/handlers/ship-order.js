'use strict';

const audit = require('../lib/audit');

module.exports.handler = async (event) => {
  const { orderId } = event;
  await audit.record('shipped', orderId);

  // The warehouse's display polls this line.
  setTimeout(() => {
    console.log(`order ${orderId} has left the warehouse`);
  }, 20);

  return { orderId, status: 'shipped' };
};
