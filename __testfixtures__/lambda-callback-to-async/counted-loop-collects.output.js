const AWS = require('aws-sdk');

const table = new AWS.DynamoDB.DocumentClient();

exports.handler = async (event, context) => {
  const found = [];
  const pending = [];
  event.ids.forEach((id) => {
    pending.push(table.get({ TableName: 'things', Key: { id } }).promise().then((data) => {
      found.push(data.Item ? data.Item.name : 'nothing');
    }));
  });
  if (pending.length === 0) return;
  await Promise.all(pending).finally(() => Promise.allSettled(pending));
  console.log('all there');
  // Whatever their order was.
  return {
    statusCode: 200,
    body: JSON.stringify(found.sort()),
  };
};
