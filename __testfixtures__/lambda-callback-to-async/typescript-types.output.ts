import { APIGatewayProxyHandler, Context } from 'aws-lambda';

export const list: APIGatewayProxyHandler = async (event, context) => {
  return { statusCode: 200, body: event.path };
};

export async function handler(event: { id?: string }, context: Context) {
  if (!event.id) throw new Error('no id');
  return context.awsRequestId === event.id;
}
