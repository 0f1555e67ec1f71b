import { malformedStreamingHandler } from './runtime-errors.js';

/** The user's function with what the runtime reads from it at the start. */
export interface LoadedHandler {
  call: (...values: unknown[]) => unknown;
  /** Declared parameters, without those that have a default and those after it. */
  parameterCount: number;
  /** Whether it is an `async` function as the engine sees it, which one compiled to older code isn't. */
  isAsync: boolean;
  isStreaming: boolean;
}

/** A runtime: waits for events and gives them to the handler. */
export interface RuntimeLoop {
  failInit(error: unknown): never;
  start(handler: LoadedHandler): void;
}

const streamingMark = Symbol.for('aws.lambda.runtime.handler.streaming');

/** What the user exports; `streamifyResponse` leaves a mark on it. */
export type HandlerFunction = ((...values: unknown[]) => unknown) & Partial<Record<symbol, unknown>>;

/** Reads what the runtime needs to know about the handler. */
export function describeHandler(handler: HandlerFunction): LoadedHandler {
  return {
    call: handler,
    parameterCount: handler.length,
    isAsync: handler.constructor.name === 'AsyncFunction',
    isStreaming: isStreaming(handler),
  };
}

/** `awslambda.streamifyResponse`, by which a handler says that it writes its response to a stream. */
export function streamifyResponse(handler: HandlerFunction): HandlerFunction {
  handler[streamingMark] = 'response';
  return handler;
}

function isStreaming(handler: HandlerFunction): boolean {
  const mark = handler[streamingMark];
  if (mark === undefined || mark === null || mark === false) return false;
  if (mark === 'response') return true;
  throw malformedStreamingHandler();
}
