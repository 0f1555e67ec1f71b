const AWS = require('aws-sdk');

const table = new AWS.DynamoDB.DocumentClient();

let config;

exports.handler = async function (event, context) {
  if (config) {
    return find(event, context);
  } else {
    let data;
    try {
      data = await table.get({ TableName: 'config', Key: { id: 'config' } }).promise();
    } catch (err) {
      console.error(err.message);
      throw err;
    }
    config = data.Item;
    return find(event, context);
  }
};

async function find(event, context) {
    const params = { TableName: 'things', Key: { id: event.id } };

    let data;
    try {
        data = await table.get(params).promise();
    } catch {
        throw new Error(`can not find ${event.id}`);
    }
    return describe(context, data.Item);
}

function describe(context, item) {
    if (item) {
        return item.id;
    } else {
        return 'nothing';
    }
}
