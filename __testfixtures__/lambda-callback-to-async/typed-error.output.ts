import * as AWS from 'aws-sdk';
import { Context } from 'aws-lambda';

const documents = new AWS.DynamoDB.DocumentClient();

export const get = async (event: { id: string }, context: Context) => {
  const request = { TableName: 'orders', Key: { id: event.id } };
  let data;
  try {
    data = await documents.get(request).promise();
  } catch (err: any) {
    return { statusCode: err.statusCode, body: err.code };
  }
  return { statusCode: 200, body: JSON.stringify(data.Item) };
};

export const scan = async (event: unknown, context: Context) => {
  try {
    const data = await documents
      .scan({ TableName: 'orders' })
      .promise();
    return data.Count;
  } catch (error: any) {
    throw error.message;
  }
};
