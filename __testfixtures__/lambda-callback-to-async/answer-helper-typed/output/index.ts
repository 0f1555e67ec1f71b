import type { APIGatewayProxyEvent, Context } from 'aws-lambda';
import { ok } from './answers';

export const handler = async (event: APIGatewayProxyEvent, context: Context) => {
  return ok({ path: event.path });
};
