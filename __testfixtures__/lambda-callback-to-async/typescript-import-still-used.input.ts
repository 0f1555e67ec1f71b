import { Callback, Context, SQSEvent } from 'aws-lambda';

export const accept = (event: SQSEvent, context: Context, callback: Callback<string>): void => {
  callback(null, `accepted ${event.Records.length}`);
};

export const forward = (event: SQSEvent, context: Context, callback: Callback): void => {
  require('./queue').send(event.Records, callback);
};
