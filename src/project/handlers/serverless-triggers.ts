import type { Trigger, TriggerKind } from '../trigger.js';
import { isData, valueAt, type Data } from './document.js';

const KINDS: Readonly<Record<string, TriggerKind>> = {
  http: 'apigw-v1',
  httpApi: 'apigw-v2',
  alb: 'alb',
  websocket: 'websocket',
  sqs: 'sqs',
  sns: 'sns',
  s3: 's3',
  schedule: 'schedule',
  eventBridge: 'eventbridge',
  cloudwatchEvent: 'eventbridge',
  alexaSkill: 'alexa',
  iot: 'iot',
};

/** The triggers in `events` and `url` of a function of the Serverless Framework. Those of other kinds are left out. */
export function readServerlessTriggers({ events, url }: Data): readonly Trigger[] {
  const named = Array.isArray(events) ? events.flatMap(readEvent) : [];
  return url === undefined || url === false ? named : [...named, { kind: 'apigw-v2' }];
}

/** The functions that decide who may call this one, by name: `authorizer: verify`, or `name` of such a map. */
export function readAuthorizers({ events }: Data): readonly string[] {
  if (!Array.isArray(events)) return [];
  return events
    .map((event) => valueAt(event, ['http', 'authorizer']))
    .map((authorizer) => (isData(authorizer) ? authorizer.name : authorizer))
    .filter((name) => typeof name === 'string');
}

/** `- schedule: rate(1 hour)`, `- http: { method: get, path: orders }`, and the short `- httpApi`. */
function readEvent(event: unknown): readonly Trigger[] {
  if (typeof event === 'string') return toTriggers(event, undefined);
  return isData(event) ? Object.entries(event).flatMap(([name, value]) => toTriggers(name, value)) : [];
}

function toTriggers(name: string, value: unknown): readonly Trigger[] {
  if (name === 'stream') return [{ kind: streamKind(value) }];
  if (name === 'eventBridge' && valueAt(value, ['schedule']) !== undefined) return [{ kind: 'schedule' }];
  const kind = KINDS[name];
  return kind === undefined ? [] : [{ kind, ...readDetails(kind, value) }];
}

function readDetails(kind: TriggerKind, value: unknown): Omit<Trigger, 'kind'> {
  switch (kind) {
    case 'apigw-v1':
    case 'apigw-v2':
      return readRoute(value);
    case 'alb':
      return readConditions(valueAt(value, ['conditions']));
    case 'websocket':
      return readWebSocketRoute(value);
    default:
      return {};
  }
}

/** A stream is told by its type, or by its ARN. */
function streamKind(value: unknown): TriggerKind {
  const said = [value, valueAt(value, ['type']), valueAt(value, ['arn'])].find(
    (one) => typeof one === 'string',
  );
  return typeof said === 'string' && said.includes('kinesis') ? 'kinesis' : 'dynamodb';
}

/** `GET /orders/{id}`, or method and path apart. */
function readRoute(value: unknown): Omit<Trigger, 'kind'> {
  const [method, path] =
    typeof value === 'string' ? value.split(/\s+/) : [valueAt(value, ['method']), valueAt(value, ['path'])];
  return toRoute(method, path);
}

/** Those of a load balancer's rule may be lists: any of them will do. */
function readConditions(conditions: unknown): Omit<Trigger, 'kind'> {
  const [method, path] = ['method', 'path'].map((name) => {
    const value = valueAt(conditions, [name]);
    return Array.isArray(value) ? (value[0] as unknown) : value;
  });
  return toRoute(method, path);
}

/** `- websocket: $connect`, `- websocket: { route: $connect }` */
function readWebSocketRoute(value: unknown): Omit<Trigger, 'kind'> {
  const route = typeof value === 'string' ? value : valueAt(value, ['route']);
  return typeof route === 'string' ? { route } : {};
}

/** What stands for anything says nothing. */
function toRoute(method: unknown, path: unknown): Omit<Trigger, 'kind'> {
  return {
    ...(typeof method === 'string' &&
      /^[a-z]+$/i.test(method) &&
      method.toLowerCase() !== 'any' && {
        method: method.toUpperCase(),
      }),
    ...(typeof path === 'string' && path !== '*' && { path: path.startsWith('/') ? path : `/${path}` }),
  };
}
