const AWS = require('aws-sdk');

const table = new AWS.DynamoDB.DocumentClient();

exports.handler = (event, context, callback) => {
  const data = event ?? { id: 'none' };
  (async () => {
    const { id } = data;
    {
      const data = await table.get({ TableName: 'things', Key: { id } }).promise();
      if (!data.Item) return callback('nothing there');
      callback(null, data.Item.name);
    }
  })().catch(callback);
};
