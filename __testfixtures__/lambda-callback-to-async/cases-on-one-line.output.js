const AWS = require('aws-sdk');

const table = new AWS.DynamoDB.DocumentClient();

exports.handler = async (event, context) => {
  const { problem } = event;
  switch (event.kind) {
    case 'plain': return 'plain';
    case 'both':
      if (problem !== undefined && problem !== null) throw problem;
      return 'both';
    case 'block': {
      if (problem !== undefined && problem !== null) throw problem;
      return 'block';
    }
    case 'either':
      if (problem) {
        throw problem;
      } else {
        return 'no problem';
      }
    case 'handed on':
      return table.get({ TableName: 'things', Key: { id: event.id } }).promise();
    case 'read': {
      const data = await table.get({ TableName: 'things', Key: { id: event.id } }).promise();
      return data.Item;
    }
    case 'logged':
      console.log('late');
      if (problem !== undefined && problem !== null) throw problem;
      return 'logged';
    default:
      if (problem !== undefined && problem !== null) throw problem;
      return 'other';
  }
};
