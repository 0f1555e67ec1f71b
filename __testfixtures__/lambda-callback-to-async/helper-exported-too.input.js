const AWS = require('aws-sdk');

const table = new AWS.DynamoDB.DocumentClient();

function readThing(event, callback) {
  table.get({ TableName: 'things', Key: { id: event.id } }, callback);
}

exports.readThing = readThing;
exports.handler = (event, context, callback) => {
  readThing(event, callback);
};
