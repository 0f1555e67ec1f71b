const AWS = require('aws-sdk');

const table = new AWS.DynamoDB.DocumentClient();

exports.handler = (event, context, callback) => {
  const { ids } = event;
  console.log('deleting', ids);
  let done = 0;
  ids.forEach((id) => {
    table.delete({ TableName: 'things', Key: { id } }, (err) => {
      if (err) return callback(err);
      console.log(ids.indexOf(id), JSON.stringify(event));
      if (++done === ids.length) callback(null, { ids, event });
    });
  });
};
