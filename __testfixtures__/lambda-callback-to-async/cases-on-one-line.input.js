const AWS = require('aws-sdk');

const table = new AWS.DynamoDB.DocumentClient();

exports.handler = (event, context, callback) => {
  const { problem } = event;
  switch (event.kind) {
    case 'plain': callback(null, 'plain'); break;
    case 'both': callback(problem, 'both'); break;
    case 'block': { callback(problem, 'block'); break; }
    case 'either': problem ? callback(problem) : callback(null, 'no problem'); break;
    case 'handed on': table.get({ TableName: 'things', Key: { id: event.id } }, callback); break;
    case 'read': table.get({ TableName: 'things', Key: { id: event.id } }, (err, data) => { if (err) return callback(err); callback(null, data.Item); }); break;
    case 'logged': console.log('late'); callback(problem, 'logged'); break;
    default: callback(problem, 'other');
  }
};
