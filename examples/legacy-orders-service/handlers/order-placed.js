'use strict';

const { notifyCustomer } = require('../lib/notifications');

module.exports.handler = async (event) => {
  for (const record of event.Records) {
    const order = JSON.parse(record.Sns.Message);
    notifyCustomer(order);
  }
  return { notified: event.Records.length };
};
