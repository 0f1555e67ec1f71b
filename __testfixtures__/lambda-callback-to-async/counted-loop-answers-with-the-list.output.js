const AWS = require('aws-sdk');

const table = new AWS.DynamoDB.DocumentClient();

exports.handler = async (event, context) => {
  const { ids } = event;
  console.log('deleting', ids);
  const pending = [];
  ids.forEach((id) => {
    pending.push(table.delete({ TableName: 'things', Key: { id } }).promise().then(() => {
      console.log(ids.indexOf(id), JSON.stringify(event));
    }));
  });
  if (pending.length === 0) return;
  await Promise.all(pending).finally(() => Promise.allSettled(pending));
  return { ids, event };
};
