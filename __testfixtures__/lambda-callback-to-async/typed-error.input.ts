import * as AWS from 'aws-sdk';
import { Callback, Context } from 'aws-lambda';

const documents = new AWS.DynamoDB.DocumentClient();

export const get = (event: { id: string }, context: Context, callback: Callback) => {
  const request = { TableName: 'orders', Key: { id: event.id } };
  documents.get(request, (err: AWS.AWSError, data) => {
    if (err) {
      callback(null, { statusCode: err.statusCode, body: err.code });
      return;
    }
    callback(null, { statusCode: 200, body: JSON.stringify(data.Item) });
  });
};

export const scan = (event: unknown, context: Context, callback: Callback) => {
  documents
    .scan({ TableName: 'orders' })
    .promise()
    .then((data) => callback(null, data.Count))
    .catch((error: Error) => callback(error.message));
};
