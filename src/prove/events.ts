import type { TriggerKind } from '../project/trigger.js';

/** A small, complete event for each of the most common triggers, for handlers whose own events aren't at hand. */
export const sampleEvents = {
  'apigw-v1': {
    resource: '/items/{id}',
    path: '/items/1',
    httpMethod: 'POST',
    headers: { Accept: 'application/json', 'Content-Type': 'application/json', Host: 'api.example.com' },
    multiValueHeaders: { Accept: ['application/json'], 'Content-Type': ['application/json'] },
    queryStringParameters: { page: '1' },
    multiValueQueryStringParameters: { page: ['1'] },
    pathParameters: { id: '1' },
    stageVariables: null,
    requestContext: {
      accountId: '123456789012',
      apiId: 'abcdef1234',
      httpMethod: 'POST',
      identity: { sourceIp: '127.0.0.1', userAgent: 'leakfix' },
      path: '/test/items/1',
      requestId: '7c1ba2ea-3f4c-4dd8-a8b4-7b5d5a4e31c6',
      resourceId: 'abc123',
      resourcePath: '/items/{id}',
      stage: 'test',
    },
    body: '{"name":"example"}',
    isBase64Encoded: false,
  },
  'apigw-v2': {
    version: '2.0',
    routeKey: 'POST /items/{id}',
    rawPath: '/items/1',
    rawQueryString: 'page=1',
    headers: { accept: 'application/json', 'content-type': 'application/json' },
    queryStringParameters: { page: '1' },
    pathParameters: { id: '1' },
    requestContext: {
      accountId: '123456789012',
      apiId: 'abcdef1234',
      domainName: 'api.example.com',
      http: {
        method: 'POST',
        path: '/items/1',
        protocol: 'HTTP/1.1',
        sourceIp: '127.0.0.1',
        userAgent: 'leakfix',
      },
      requestId: 'JKJaXmPLvHcESHA=',
      routeKey: 'POST /items/{id}',
      stage: '$default',
      time: '01/Jan/2024:00:00:00 +0000',
      timeEpoch: 1704067200000,
    },
    body: '{"name":"example"}',
    isBase64Encoded: false,
  },
  alb: {
    requestContext: {
      elb: {
        targetGroupArn:
          'arn:aws:elasticloadbalancing:us-east-1:123456789012:targetgroup/example/0123456789abcdef',
      },
    },
    httpMethod: 'POST',
    path: '/items/1',
    queryStringParameters: { page: '1' },
    headers: { accept: 'application/json', 'content-type': 'application/json', host: 'api.example.com' },
    body: '{"name":"example"}',
    isBase64Encoded: false,
  },
  websocket: {
    requestContext: {
      apiId: 'abcdef1234',
      connectedAt: 1704067200000,
      connectionId: 'JKJaXmPLvHcESHA=',
      domainName: 'ws.example.com',
      eventType: 'MESSAGE',
      extendedRequestId: 'JKJaXmPLvHcESHB=',
      identity: { sourceIp: '127.0.0.1', userAgent: 'leakfix' },
      messageDirection: 'IN',
      messageId: 'JKJaXmPLvHcESHC=',
      requestId: 'JKJaXmPLvHcESHD=',
      requestTime: '01/Jan/2024:00:00:00 +0000',
      requestTimeEpoch: 1704067200000,
      routeKey: '$default',
      stage: 'test',
    },
    body: '{"action":"example"}',
    isBase64Encoded: false,
  },
  sqs: {
    Records: [
      {
        messageId: '059f36b4-87a3-44ab-83d2-661975830a7d',
        receiptHandle: 'AQEBwJnKyrHigUMZj6rYigCgxlaS3SLy0a',
        body: '{"id":1}',
        attributes: {
          ApproximateReceiveCount: '1',
          SentTimestamp: '1704067200000',
          SenderId: 'AIDAIENQZJOLO23YVJ4VO',
          ApproximateFirstReceiveTimestamp: '1704067200001',
        },
        messageAttributes: {},
        md5OfBody: '3b5d5c3712955042212316173ccf37be',
        eventSource: 'aws:sqs',
        eventSourceARN: 'arn:aws:sqs:us-east-1:123456789012:queue',
        awsRegion: 'us-east-1',
      },
    ],
  },
  sns: {
    Records: [
      {
        EventSource: 'aws:sns',
        EventVersion: '1.0',
        EventSubscriptionArn: 'arn:aws:sns:us-east-1:123456789012:topic:subscription',
        Sns: {
          Type: 'Notification',
          MessageId: '95df01b4-ee98-5cb9-9903-4c221d41eb5e',
          TopicArn: 'arn:aws:sns:us-east-1:123456789012:topic',
          Subject: 'example',
          Message: '{"id":1}',
          Timestamp: '2024-01-01T00:00:00.000Z',
          MessageAttributes: {},
        },
      },
    ],
  },
  s3: {
    Records: [
      {
        eventVersion: '2.1',
        eventSource: 'aws:s3',
        awsRegion: 'us-east-1',
        eventTime: '2024-01-01T00:00:00.000Z',
        eventName: 'ObjectCreated:Put',
        userIdentity: { principalId: 'EXAMPLE' },
        s3: {
          s3SchemaVersion: '1.0',
          configurationId: 'example',
          bucket: { name: 'bucket', arn: 'arn:aws:s3:::bucket', ownerIdentity: { principalId: 'EXAMPLE' } },
          object: {
            key: 'folder/file.json',
            size: 1024,
            eTag: '0123456789abcdef',
            sequencer: '0A1B2C3D4E5F678901',
          },
        },
      },
    ],
  },
  dynamodb: {
    Records: [
      {
        eventID: 'c4ca4238a0b923820dcc509a6f75849b',
        eventName: 'INSERT',
        eventVersion: '1.1',
        eventSource: 'aws:dynamodb',
        awsRegion: 'us-east-1',
        dynamodb: {
          Keys: { id: { S: '1' } },
          NewImage: { id: { S: '1' }, name: { S: 'example' } },
          SequenceNumber: '4421584500000000017450439091',
          SizeBytes: 26,
          StreamViewType: 'NEW_AND_OLD_IMAGES',
        },
        eventSourceARN: 'arn:aws:dynamodb:us-east-1:123456789012:table/table/stream/2024-01-01T00:00:00.000',
      },
    ],
  },
  kinesis: {
    Records: [
      {
        kinesis: {
          kinesisSchemaVersion: '1.0',
          partitionKey: '1',
          sequenceNumber: '49590338271490256608559692538361571095921575989136588898',
          data: 'eyJpZCI6MX0=',
          approximateArrivalTimestamp: 1704067200,
        },
        eventSource: 'aws:kinesis',
        eventVersion: '1.0',
        eventID: 'shardId-000000000000:49590338271490256608559692538361571095921575989136588898',
        eventName: 'aws:kinesis:record',
        awsRegion: 'us-east-1',
        eventSourceARN: 'arn:aws:kinesis:us-east-1:123456789012:stream/stream',
      },
    ],
  },
  schedule: {
    version: '0',
    id: 'cdc73f9d-aea9-11e3-9d5a-835b769c0d9c',
    'detail-type': 'Scheduled Event',
    source: 'aws.events',
    account: '123456789012',
    time: '2024-01-01T00:00:00Z',
    region: 'us-east-1',
    resources: ['arn:aws:events:us-east-1:123456789012:rule/rule'],
    detail: {},
  },
  eventbridge: {
    version: '0',
    id: '6a7e8feb-b491-4cf7-a9f1-bf3703467718',
    'detail-type': 'Order Placed',
    source: 'example.orders',
    account: '123456789012',
    time: '2024-01-01T00:00:00Z',
    region: 'us-east-1',
    resources: [],
    detail: { id: 1 },
  },
  authorizer: {
    type: 'TOKEN',
    authorizationToken: 'Bearer example',
    methodArn: 'arn:aws:execute-api:us-east-1:123456789012:abcdef1234/test/POST/items/1',
  },
  alexa: {
    version: '1.0',
    session: {
      new: true,
      sessionId: 'amzn1.echo-api.session.0000000-0000-0000-0000-00000000000',
      application: { applicationId: 'amzn1.ask.skill.example' },
      attributes: {},
      user: { userId: 'amzn1.ask.account.example' },
    },
    context: {
      System: {
        application: { applicationId: 'amzn1.ask.skill.example' },
        user: { userId: 'amzn1.ask.account.example' },
        device: { deviceId: 'example', supportedInterfaces: {} },
        apiEndpoint: 'https://api.amazonalexa.com',
        apiAccessToken: 'example',
      },
    },
    request: {
      type: 'LaunchRequest',
      requestId: 'amzn1.echo-api.request.0000000-0000-0000-0000-00000000000',
      timestamp: '2024-01-01T00:00:00Z',
      locale: 'en-US',
    },
  },
  iot: { serialNumber: 'G030JF0000000000', batteryVoltage: '1567mV', clickType: 'SINGLE' },
  empty: {},
} as const satisfies Record<TriggerKind | 'empty', unknown>;

export type EventType = keyof typeof sampleEvents;

export const eventTypes = Object.keys(sampleEvents) as EventType[];
