'use strict';

const documents = require('./clients');

module.exports.handler = async (event, context) => {
  const params = { TableName: 'notes', Key: { id: event.id } };
  let result;
  try {
    result = await documents.get(params).promise();
  } catch (error) {
    return { statusCode: 500, body: error.message };
  }
  return { statusCode: 200, body: JSON.stringify(result.Item) };
};
