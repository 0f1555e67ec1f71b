const AWS = require('aws-sdk');

const table = new AWS.DynamoDB.DocumentClient();

exports.handler = (event, context, callback) => {
  table.get({ TableName: 'things', Key: { id: event.first } }, (err, data) => {
    if (err) return callback(err);
    const { name } = data.Item;
    table.get({ TableName: 'things', Key: { id: event.second } }, (err, data) => {
      if (err) return callback(err);
      let done = 0;
      event.ids.forEach((id) => {
        table.delete({ TableName: 'things', Key: { id } }, (err) => {
          if (err) console.error(id, err.code, data.Item.name);
          done += 1;
          if (done === event.ids.length) callback(null, [name, data.Item.name]);
        });
      });
    });
  });
};
