'use strict';

const documents = require('./clients');

module.exports.handler = (event, context, callback) => {
  documents.get({ TableName: 'notes', Key: { id: event.id } }, (error, result) => {
    if (error) {
      callback(null, { statusCode: 500, body: error.message });
      return;
    }
    callback(null, { statusCode: 200, body: JSON.stringify(result.Item) });
  });
};
