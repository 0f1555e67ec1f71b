const AWS = require('aws-sdk');

const table = new AWS.DynamoDB.DocumentClient();

exports.handler = async function (event, context) {
  // One message of the queue after the other.
  const pending = [];
  try {
    for (const record of event.Records) {
      const order = JSON.parse(record.body);
      pending.push(table.put({ TableName: 'orders', Item: { id: order.id, from: 'queue' } }).promise().catch((err) => {
        console.error('not stored', err.code);
        throw 'cannot store';
      }));
    }
    if (pending.length === 0) return;
    await Promise.all(pending);
  } finally {
    await Promise.allSettled(pending);
  }
  return 'stored';
};
