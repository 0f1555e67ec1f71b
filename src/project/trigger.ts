/** What makes Lambda call a function: the kinds whose events are known. */
export type TriggerKind =
  | 'apigw-v1'
  | 'apigw-v2'
  | 'alb'
  | 'websocket'
  | 'sqs'
  | 'sns'
  | 's3'
  | 'dynamodb'
  | 'kinesis'
  | 'schedule'
  | 'eventbridge'
  | 'authorizer'
  | 'alexa'
  | 'iot';

export interface Trigger {
  readonly kind: TriggerKind;
  /** For HTTP, when the configuration says so: `GET`. */
  readonly method?: string;
  /** For HTTP, when the configuration says so: `/orders/{id}`. */
  readonly path?: string;
  /** For a WebSocket, when the configuration says so: `$connect`. */
  readonly route?: string;
}
