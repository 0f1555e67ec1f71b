import type { Resource } from '../resource.js';

/** Queues and brokers. */
export const MESSAGE_BROKERS: readonly Resource[] = [
  {
    module: 'amqplib',
    kind: 'connection',
    acquire: ['connect()'],
    acquiredByPromise: true,
    release: { method: 'close', ends: 'promise', failsWhenBroken: true, finishesStartedWork: true },
    lends: ['createChannel', 'createConfirmChannel'],
  },
  {
    module: 'kafkajs',
    kind: 'connection',
    acquire: ['Kafka#producer()', 'Kafka#admin()'],
    opensWith: 'connect',
    release: { method: 'disconnect', ends: 'promise' },
    lends: ['transaction'],
  },
  {
    module: 'nats',
    kind: 'connection',
    acquire: ['connect()'],
    acquiredByPromise: true,
    release: { method: 'drain', ends: 'promise', failsWhenBroken: true, finishesStartedWork: true },
    alsoReleasedBy: ['close'],
    lends: ['jetstream', 'subscribe', 'jetstreamManager'],
  },
  {
    module: '@nats-io/transport-node',
    kind: 'connection',
    acquire: ['connect()'],
    acquiredByPromise: true,
    release: { method: 'drain', ends: 'promise', failsWhenBroken: true, finishesStartedWork: true },
    alsoReleasedBy: ['close'],
    lends: ['subscribe'],
  },
  // Its end() gives the client back: awaiting that waits for nothing.
  {
    module: 'mqtt',
    kind: 'connection',
    acquire: ['connect()'],
    givesNoPromises: true,
    release: { method: 'end', ends: 'callback' },
    alsoReleasedBy: ['endAsync'],
  },
  {
    module: 'mqtt',
    majors: { from: 5 },
    kind: 'connection',
    acquire: ['connectAsync()'],
    acquiredByPromise: true,
    release: { method: 'endAsync', ends: 'promise' },
    alsoReleasedBy: ['end'],
  },
  {
    module: 'bullmq',
    kind: 'connection',
    acquire: ['new Queue', 'new QueueEvents', 'new FlowProducer'],
    release: { method: 'close', ends: 'promise' },
    alsoReleasedBy: ['disconnect'],
  },
  {
    module: '@google-cloud/pubsub',
    kind: 'pool',
    acquire: ['new PubSub'],
    release: { method: 'close', ends: 'promise' },
    lends: ['topic', 'subscription', 'snapshot'],
  },
];
