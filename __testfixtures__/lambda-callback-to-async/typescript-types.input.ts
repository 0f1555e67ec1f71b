import { APIGatewayProxyHandler, Callback, Context } from 'aws-lambda';

export const list: APIGatewayProxyHandler = (event, context, callback) => {
  callback(null, { statusCode: 200, body: event.path });
};

export function handler(event: { id?: string }, context: Context, callback: Callback): void {
  if (!event.id) return callback(new Error('no id'));
  callback(null, context.awsRequestId === event.id);
}
