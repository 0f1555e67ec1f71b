import { Callback, Context, SQSEvent } from 'aws-lambda';

export const accept = async (event: SQSEvent, context: Context) => {
  return `accepted ${event.Records.length}`;
};

export const forward = (event: SQSEvent, context: Context, callback: Callback): void => {
  require('./queue').send(event.Records, callback);
};
