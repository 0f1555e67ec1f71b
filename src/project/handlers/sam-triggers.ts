import type { Trigger, TriggerKind } from '../trigger.js';
import { isData, valueAt, type Data } from './document.js';

const KINDS: Readonly<Record<string, TriggerKind>> = {
  Api: 'apigw-v1',
  HttpApi: 'apigw-v2',
  SQS: 'sqs',
  SNS: 'sns',
  S3: 's3',
  DynamoDB: 'dynamodb',
  Kinesis: 'kinesis',
  Schedule: 'schedule',
  ScheduleV2: 'schedule',
  EventBridgeRule: 'eventbridge',
  CloudWatchEvent: 'eventbridge',
  AlexaSkill: 'alexa',
  IoTRule: 'iot',
};

/** The triggers in the properties of a function of a SAM template. Those of other kinds are left out. */
export function readSamTriggers({ Events, FunctionUrlConfig }: Data): readonly Trigger[] {
  const named = isData(Events) ? Object.values(Events).flatMap(toTriggers) : [];
  return FunctionUrlConfig === undefined ? named : [...named, { kind: 'apigw-v2' }];
}

function toTriggers(event: unknown): readonly Trigger[] {
  const kind = KINDS[String(valueAt(event, ['Type']))];
  if (kind === undefined) return [];
  const [method, path] = [valueAt(event, ['Properties', 'Method']), valueAt(event, ['Properties', 'Path'])];
  return [
    {
      kind,
      ...(typeof method === 'string' && method.toLowerCase() !== 'any' && { method: method.toUpperCase() }),
      ...(typeof path === 'string' && { path }),
    },
  ];
}
