const AWS = require('aws-sdk');

const table = new AWS.DynamoDB.DocumentClient();

exports.handler = (event, context, callback) => {
  table.get({ TableName: 'things', Key: { id: event.id } }, (err, data) => { // the thing itself
    if (err) {
      // told as it is
      return callback(err);
    }

    /* what the browser gets */
    const page = `
      <p>
        ${data.Item ? data.Item.name : 'nothing'}
      </p>`;
    callback(null, /* a page */ page);
    // the end
  }); // of the call
};
