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
  putUser: { handler: users/put.handler }
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
    ['the handler as it is written there', 'users/put.handler', 'users/put.js', 'handler', []],
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
