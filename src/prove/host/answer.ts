import type { ContainerMessage } from '../messages.js';
import type { Outcome } from '../outcome.js';
import type { ContainerExit } from './container.js';

/** The answer to this request in a message. Late answers to earlier requests are refused by Lambda. */
export function answerOf(message: ContainerMessage, requestId: string): Outcome | undefined {
  if (message.type === 'response' && message.requestId === requestId) {
    return { kind: 'response', body: message.body };
  }
  if (message.type === 'error' && message.requestId === requestId) {
    const { error, partialBody } = message;
    return { kind: 'error', ...error, ...(partialBody ? { partialBody } : {}) };
  }
  return undefined;
}

/** What callers get when the process ends. */
export function exitOutcome({ code, signal }: ContainerExit): Outcome {
  return { kind: 'exit', code, ...(signal === undefined ? {} : { signal }) };
}
