import type { Callback } from 'aws-lambda';

exports.handler = (event: { id: string }, context: unknown, callback: Callback): void => {
  callback(null, event.id);
};
