const AWS = require('aws-sdk');

const table = new AWS.DynamoDB.DocumentClient();

let config;

exports.handler = async (event, context) => {
  if (config) {
    return describe(event);
  } else {
    const params = { TableName: 'config', Key: { id: event.id } };
    let data;
    try {
      data = await table.get(params).promise();
    } catch (err) {
      console.error(err.message);
      throw err;
    }
    config = data.Item;
    return describe(event);
  }
};

function describe(event) {
    const lines = [];
    for (const key of Object.keys(event)) {
        if (key !== 'id') {
            lines.push(key);
        }
    }
    if (lines.length === 0) {
        lines.push('nothing');
    }
    return lines.join('\n');
}
