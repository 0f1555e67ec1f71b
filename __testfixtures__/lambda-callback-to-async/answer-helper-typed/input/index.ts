import type { APIGatewayProxyCallback, APIGatewayProxyEvent, Context } from 'aws-lambda';
import { ok } from './answers';

export const handler = (event: APIGatewayProxyEvent, context: Context, callback: APIGatewayProxyCallback): void => {
  ok(callback, { path: event.path });
};
