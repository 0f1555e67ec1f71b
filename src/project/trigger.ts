/** What makes Lambda call a function: the kinds whose events are known. */
export const triggerKinds = [
  'apigw-v1',
  'apigw-v2',
  'sqs',
  'sns',
  's3',
  'dynamodb',
  'kinesis',
  'schedule',
  'eventbridge',
] as const;

export type TriggerKind = (typeof triggerKinds)[number];

export interface Trigger {
  readonly kind: TriggerKind;
  /** For HTTP, when the configuration says so: `GET`. */
  readonly method?: string;
  /** For HTTP, when the configuration says so: `/orders/{id}`. */
  readonly path?: string;
}
