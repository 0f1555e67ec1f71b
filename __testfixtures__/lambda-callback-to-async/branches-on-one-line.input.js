const AWS = require('aws-sdk');

const table = new AWS.DynamoDB.DocumentClient();

exports.handler = (event, context, callback) => {
  const { problem } = event;
  if (event.wait) setTimeout(() => callback(null, 'waited'), 5); else if (event.both) callback(problem, 'both');
  else if (event.nested)
    event.problem && callback(new Error(problem));
  else if (event.block) { callback(problem, 'block'); } else if (event.either) event.problem ? callback(problem) : callback(null, 'no problem');
  else if (event.id)
    table.get({ TableName: 'things', Key: { id: event.id } }, callback);
  else callback(null, 'nothing');
};
