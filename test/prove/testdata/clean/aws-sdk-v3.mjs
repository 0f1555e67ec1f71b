import { DynamoDBClient, PutItemCommand } from '@aws-sdk/client-dynamodb';

const client = new DynamoDBClient({ endpoint: process.env.HTTP_URL, maxAttempts: 1 });

export const handler = async () => {
  await client.send(new PutItemCommand({ TableName: 't', Item: {} }));
  return 'ok';
};
