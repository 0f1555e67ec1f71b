import { createFixture, type FsFixture } from 'fs-fixture';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

import { findTarget } from '../../src/prove/find-target.js';

const TEMPLATE = `Resources:
  Orders:
    Type: AWS::Serverless::Function
    Properties:
      CodeUri: orders/
      Handler: app.main
      Runtime: nodejs22.x
      Events:
        New: { Type: SQS, Properties: { Queue: q } }
        Web: { Type: Api, Properties: { Path: /orders, Method: post } }
`;
const SERVERLESS = `service: shop
provider: { name: aws, runtime: nodejs22.x }
functions:
  getUser: { handler: users/get.handler, events: [{ httpApi: 'GET /users/{id}' }, { stream: 'arn:aws:kinesis:eu-west-1:1:stream/s' }] }
  putUser: { handler: users/put.handler, events: [{ http: { path: u, method: put, authorizer: checkToken } }] }
  delUser: { handler: users/del.handler, events: [{ http: { path: u, authorizer: { name: checkToken, type: token } } }] }
  checkToken: { handler: users/check-token.handler }
  speak: { handler: devices/speak.handler, events: [alexaSkill: amzn1.ask.skill.x, iot: { sql: "SELECT * FROM 'x'" }] }
`;

const PROGRAM = `import remind from './jobs/remind';
import type { AWS } from '@serverless/typescript';
const path = process.env.ORDERS_PATH;
const chat = {
  handler: 'jobs/chat.main',
  events: [{ websocket: '$connect' }, { websocket: { route: 'say' } }],
} as const;
const service: AWS = {
  service: 'more',
  provider: { name: 'aws' },
  functions: {
    chat,
    remind,
    listOrders: {
      handler: 'jobs/orders.list',
      events: [
        { http: { method: 'get', path: \`orders\` } },
        { http: { method: 'put', path } },
        { alb: { priority: 1, conditions: { path: ['/orders/*', '/o'], method: 'GET' } } },
        ...MORE,
      ],
    } satisfies Definition,
  },
};
module.exports = service;
`;
const REMIND = `export default {
  handler: \`\${handlerPath(__dirname)}/remind-all.main\`,
  events: [{ schedule: 'rate(1 hour)' }],
};
`;

describe('findTarget', () => {
  let project: FsFixture;

  beforeAll(async () => {
    project = await createFixture({
      'template.yaml': TEMPLATE,
      'serverless.yml': SERVERLESS,
      'orders/app.js': '',
      'users/get.ts': '',
      'users/put.js': '',
      'users/del.js': '',
      'users/check-token.js': '',
      'devices/speak.js': '',
      'more/serverless.ts': PROGRAM,
      'more/jobs/remind.ts': REMIND,
      'more/jobs/remind-all.ts': '',
      'more/jobs/chat.ts': '',
      'more/jobs/orders.ts': '',
    });
  });

  afterAll(() => project.rm());

  it.each([
    [
      'the name in serverless.yml',
      'getUser',
      'users/get.ts',
      'handler',
      [{ kind: 'apigw-v2', method: 'GET', path: '/users/{id}' }, { kind: 'kinesis' }],
    ],
    [
      'the logical id in a template',
      'Orders',
      'orders/app.js',
      'main',
      [{ kind: 'sqs' }, { kind: 'apigw-v1', method: 'POST', path: '/orders' }],
    ],
    [
      'the name in serverless.ts',
      'listOrders',
      'more/jobs/orders.ts',
      'list',
      [
        { kind: 'apigw-v1', method: 'GET', path: '/orders' },
        { kind: 'apigw-v1', method: 'PUT' },
        { kind: 'alb', method: 'GET', path: '/orders/*' },
      ],
    ],
    [
      'a name in serverless.ts that stands for an object',
      'chat',
      'more/jobs/chat.ts',
      'main',
      [
        { kind: 'websocket', route: '$connect' },
        { kind: 'websocket', route: 'say' },
      ],
    ],
    [
      'a name in serverless.ts that stands for another file',
      'remind',
      'more/jobs/remind-all.ts',
      'main',
      [{ kind: 'schedule' }],
    ],
    [
      'the handler as it is written there',
      'users/put.handler',
      'users/put.js',
      'handler',
      [{ kind: 'apigw-v1', method: 'PUT', path: '/u' }],
    ],
    ['the name of an authorizer', 'checkToken', 'users/check-token.js', 'handler', [{ kind: 'authorizer' }]],
    [
      'the name of a skill that a device calls, too',
      'speak',
      'devices/speak.js',
      'handler',
      [{ kind: 'alexa' }, { kind: 'iot' }],
    ],
  ])('finds a function and its triggers by %s', async (_way, name, file, exportName, triggers) => {
    const target = { file: project.getPath(file), exportName, triggers };
    expect(await findTarget(name, project.path)).toEqual(target);
  });

  it('takes a path with and without an export', async () => {
    const file = project.getPath('users/get.ts');
    expect(await findTarget(file, '.')).toEqual({ file, exportName: 'handler', triggers: [] });
    expect(await findTarget(`${file}:api.get`, '.')).toEqual({ file, exportName: 'api.get', triggers: [] });
  });

  it('says what there is when nothing fits', async () => {
    await expect(findTarget('getOrder', project.path)).rejects.toThrow(/there are .*getUser, putUser/);
  });
});
