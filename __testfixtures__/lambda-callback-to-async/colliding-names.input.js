const AWS = require('aws-sdk');

const table = new AWS.DynamoDB.DocumentClient();

exports.handler = (event, context, callback) => {
  const data = JSON.parse(event.body);
  const params = { TableName: 'things', Key: { id: data.id } };
  table.get(params, (err, data) => {
    if (err) return callback(err);
    const params = { TableName: 'seen', Item: { id: 'x', data } };
    table.put(params, (err) => {
      if (err) return callback(err);
      callback(null, { data, params });
    });
  });
};
