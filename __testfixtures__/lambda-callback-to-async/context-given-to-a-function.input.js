const AWS = require('aws-sdk');

const table = new AWS.DynamoDB.DocumentClient();

let config;

exports.handler = function (event, context) {
  if (config) {
    find(event, context);
  } else {
    table.get({ TableName: 'config', Key: { id: 'config' } }, function (err, data) {
      if (err) {
        console.error(err.message);
        context.fail(err);
      } else {
        config = data.Item;
        find(event, context);
      }
    });
  }
};

function find(event, context) {
    const params = { TableName: 'things', Key: { id: event.id } };

    table.get(params, function (err, data) {
        if (err) {
            context.fail(new Error(`can not find ${event.id}`));
        } else {
            describe(context, data.Item);
        }
    });
}

function describe(context, item) {
    if (item) {
        context.succeed(item.id);
    } else {
        context.succeed('nothing');
    }
}
