const AWS = require('aws-sdk');

const table = new AWS.DynamoDB.DocumentClient();

exports.handler = (event, context, callback) => {
  table.get({ TableName: 'things', Key: { id: event.first } }).promise().then((data) => {
    const { name } = data.Item;
    table.get({ TableName: 'things', Key: { id: event.second } }, (err, data) => {
      if (err) return callback(err);
      table.delete({ TableName: 'things', Key: { id: event.third } }).promise().then((gone) => {
        callback(null, [name, data.Item.name, gone]);
      }, (err) => {
        console.error(err.code, data.Item.name);
        callback(null, `${data.Item.name} stays`);
      });
    });
  });
};
