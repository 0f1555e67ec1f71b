import type { APIGatewayProxyCallback } from 'aws-lambda';

export function ok(callback: APIGatewayProxyCallback, body: unknown): void {
  callback(null, { statusCode: 200, body: JSON.stringify(body) });
}
