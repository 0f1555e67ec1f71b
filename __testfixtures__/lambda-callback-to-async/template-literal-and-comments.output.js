const AWS = require('aws-sdk');

const table = new AWS.DynamoDB.DocumentClient();

exports.handler = async (event, context) => {
  const data = await table.get({ TableName: 'things', Key: { id: event.id } }).promise(); // the thing itself
  // told as it is

  /* what the browser gets */
  const page = `
      <p>
        ${data.Item ? data.Item.name : 'nothing'}
      </p>`;
  /* a page */
  return page;
  // the end
  // of the call
};
