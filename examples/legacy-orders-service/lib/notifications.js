'use strict';

const AWS = require('aws-sdk');
const audit = require('./audit');

const ses = new AWS.SES();

async function sendMail(to, subject) {
  await ses
    .sendEmail({
      Source: 'orders@example.com',
      Destination: { ToAddresses: [to] },
      Message: { Subject: { Data: subject }, Body: { Text: { Data: subject } } },
    })
    .promise();
}

function notifyCustomer(order) {
  console.log('notifying', order.customer);
  sendMail(order.customer, `We have received your order ${order.id}`);
  audit.record('notified', order.id);
}

module.exports = { notifyCustomer };
