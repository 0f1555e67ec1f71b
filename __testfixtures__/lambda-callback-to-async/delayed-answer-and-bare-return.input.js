const AWS = require('aws-sdk');

const table = new AWS.DynamoDB.DocumentClient();

exports.handler = (event, context, callback) => {
  table.get({ TableName: 'things', Key: { id: event.id } }, (err, data) => {
    if (err) {
      console.log('in a while');
      setTimeout(() => {
        table.get(
          {
            TableName: 'things',
            Key: { id: 'b' },
          },
          (again, other) => {
            if (again) return callback(again);
            callback(null, other.Item.name);
          },
        );
      }, 3);
      return;
    }
    callback(null, data.Item ? 'found' : 'missing');
  });
};
