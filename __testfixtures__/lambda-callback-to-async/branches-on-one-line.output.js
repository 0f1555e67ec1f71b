const AWS = require('aws-sdk');

const table = new AWS.DynamoDB.DocumentClient();

exports.handler = async (event, context) => {
  const { problem } = event;
  if (event.wait) {
    await new Promise((resolve) => setTimeout(resolve, 5));
    return 'waited';
  } else if (event.both) {
    if (problem !== undefined && problem !== null) throw problem;
    return 'both';
  } else if (event.nested) {
    if (event.problem) {
      throw new Error(problem);
    }
  } else if (event.block) {
    if (problem !== undefined && problem !== null) throw problem;
    return 'block';
  } else if (event.either) {
    if (event.problem) {
      if (problem !== undefined && problem !== null) throw problem;
      return;
    } else {
      return 'no problem';
    }
  } else if (event.id) {
    return table.get({ TableName: 'things', Key: { id: event.id } }).promise();
  } else {
    return 'nothing';
  }
};
