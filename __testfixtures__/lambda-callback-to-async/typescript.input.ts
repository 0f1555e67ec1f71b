import { DynamoDB } from 'aws-sdk';

const table = new DynamoDB.DocumentClient();

export const handler = (event: { id: string }, context: unknown, callback: (err: unknown, data?: unknown) => void): void => {
  table.get({ TableName: 'things', Key: { id: event.id } }, (err, data) => {
    if (err) return callback(err);
    callback(null, data.Item);
  });
};
