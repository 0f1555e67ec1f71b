// leaks: late-execution unsettled-promise pending-request
import { DynamoDBClient, PutItemCommand } from '@aws-sdk/client-dynamodb';

const client = new DynamoDBClient({ endpoint: process.env.HTTP_URL, maxAttempts: 1 });

export const handler = async () => {
  client.send(new PutItemCommand({ TableName: 't', Item: {} })).catch(() => undefined);
  return 'ok';
};
