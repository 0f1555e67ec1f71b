import { Context, Handler, SQSEvent } from 'aws-lambda';

export const accept: Handler = async (event: SQSEvent, context) => {
  return `accepted ${event.Records.length}`;
};

export const reject: Handler = async (event: SQSEvent, context: Context) => {
  throw `rejected ${event.Records.length} of ${context.functionName}`;
};
