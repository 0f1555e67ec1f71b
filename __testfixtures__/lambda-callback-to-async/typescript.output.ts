import { DynamoDB } from 'aws-sdk';

const table = new DynamoDB.DocumentClient();

export const handler = async (event: { id: string }, context: unknown) => {
  const data = await table.get({ TableName: 'things', Key: { id: event.id } }).promise();
  return data.Item;
};
