import { expect, it } from 'vitest';

import { eventOf } from '../../src/prove/trigger-event.js';

it('asks for the method and the path that are configured', () => {
  expect(eventOf({ kind: 'apigw-v1', method: 'GET', path: '/orders/{id}' })).toMatchObject({
    httpMethod: 'GET',
    path: '/orders/1',
    resource: '/orders/{id}',
    pathParameters: { id: '1' },
    body: null,
  });
  expect(eventOf({ kind: 'apigw-v2', method: 'PUT', path: '/orders/{id}' })).toMatchObject({
    rawPath: '/orders/1',
    routeKey: 'PUT /orders/{id}',
    requestContext: { http: { method: 'PUT', path: '/orders/1' } },
    body: expect.any(String) as unknown,
  });
  expect(eventOf({ kind: 'alb', method: 'GET', path: '/orders/*' })).toMatchObject({
    requestContext: { elb: { targetGroupArn: expect.any(String) as unknown } },
    httpMethod: 'GET',
    path: '/orders/1',
    body: '',
  });
});

it('connects to a WebSocket without a message, and sends one to its other routes', () => {
  const connect = eventOf({ kind: 'websocket', route: '$connect' });
  expect(connect).toMatchObject({ requestContext: { routeKey: '$connect', eventType: 'CONNECT' } });
  expect(connect).not.toHaveProperty('body');
  expect(JSON.stringify(connect)).not.toContain('messageId');

  expect(eventOf({ kind: 'websocket', route: 'say' })).toMatchObject({
    requestContext: { routeKey: 'say', eventType: 'MESSAGE', messageId: expect.any(String) as unknown },
    body: '{"action":"say"}',
  });
  expect(eventOf({ kind: 'websocket' })).toMatchObject({ requestContext: { routeKey: '$default' } });
});
