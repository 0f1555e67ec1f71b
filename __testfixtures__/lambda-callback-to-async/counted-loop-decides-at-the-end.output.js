const AWS = require('aws-sdk');

const table = new AWS.DynamoDB.DocumentClient();

exports.handler = async (event, context) => {
  const missing = [];
  if (event.ids.length === 0) return;
  const pending = [];
  try {
    for (let i = 0; i < event.ids.length; i++) {
      pending.push(table.get({ TableName: 'things', Key: { id: event.ids[i] } }).promise().then((data) => {
        if (!data.Item) missing.push(event.ids[i]);
      }, (err) => {
        // Nobody else says so.
        console.error(err.code);
        throw err;
      }));
    }
    await Promise.all(pending);
  } finally {
    await Promise.allSettled(pending);
  }
  if (missing.length > 0) throw new Error(`missing: ${missing.join()}`);
  return 'all there';
};
