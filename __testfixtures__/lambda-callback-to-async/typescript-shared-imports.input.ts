import { Callback, Context, Handler, SQSEvent } from 'aws-lambda';

export const accept: Handler = (event: SQSEvent, context, callback: Callback<string>) => {
  callback(null, `accepted ${event.Records.length}`);
};

export const reject: Handler = (event: SQSEvent, context: Context, callback: Callback): void => {
  callback(`rejected ${event.Records.length} of ${context.functionName}`);
};
