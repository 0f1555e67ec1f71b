const AWS = require('aws-sdk');

const table = new AWS.DynamoDB.DocumentClient();
const sns = new AWS.SNS();

exports.handler = async (event, context) => {
  const data = await table.scan({ TableName: 'things' }).promise();
  const total = data.Items.length;
  const pending = [];
  try {
    data.Items.forEach((item) => {
      pending.push(sns.publish({ Message: event.topic, Subject: item.id }).promise().then(async () => {
        try {
          await table.delete({
            TableName: 'things',
            Key: { id: event.second },
          }).promise();
        } catch {
          console.log('still there', item.id);
        }
      }, (err) => {
        console.error(err.code);
        throw 'not told';
      }));
    });
    if (pending.length === 0) return;
    await Promise.all(pending);
  } finally {
    await Promise.allSettled(pending);
  }
  return { sent: total };
};
