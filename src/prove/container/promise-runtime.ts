import type { Invocation } from '../messages.js';
import { logRuntimeError, logUnder } from './function-logs.js';
import type { LoadedHandler, RuntimeLoop } from './handler-function.js';
import { contextData } from './invocation-context.js';
import { reportForPromiseRuntime } from './reported-error.js';
import { openResponseStream } from './response-stream.js';
import { toJson, type RuntimeClient } from './runtime-client.js';
import { callbackHandlerDeprecated, stringifyError } from './runtime-errors.js';

// Taken before user code runs, which may replace it.
const exit = process.exit.bind(process);

/**
 * The runtime of Node.js 24: it awaits what the handler returns, and that is all. There is no callback, no
 * waiting for the event loop, and a crash is a crash of the process.
 */
export class PromiseRuntime implements RuntimeLoop {
  readonly #client: RuntimeClient;

  constructor(client: RuntimeClient) {
    this.#client = client;
  }

  failInit(error: unknown): never {
    logError('Init Error', error);
    this.#client.failInit(reportForPromiseRuntime(error));
    return exit(1);
  }

  start(handler: LoadedHandler): void {
    // Only the number of declared parameters counts: an unused third one is refused all the same.
    if (handler.parameterCount >= 3 && !handler.isStreaming) this.failInit(callbackHandlerDeprecated());
    void this.#loop(handler);
  }

  async #loop(handler: LoadedHandler): Promise<never> {
    for (;;) {
      const invocation = await this.#client.next();
      logUnder(invocation.requestId);
      if (handler.isStreaming) await this.#stream(handler, invocation);
      else await this.#invoke(handler, invocation);
    }
  }

  async #invoke(handler: LoadedHandler, invocation: Invocation): Promise<void> {
    try {
      this.#client.started(invocation);
      const event: unknown = JSON.parse(invocation.event);
      const result = await this.#client.observer.runUserCode(invocation.index, () =>
        handler.call(event, contextData(invocation)),
      );
      await nextRound();
      this.#client.respond(invocation.requestId, resultToJson(result));
    } catch (error) {
      await nextRound();
      logError('Invoke Error', error);
      this.#client.fail(invocation.requestId, reportForPromiseRuntime(error));
    }
  }

  async #stream(handler: LoadedHandler, invocation: Invocation): Promise<void> {
    const stream = openResponseStream(this.#client, invocation.requestId);
    try {
      this.#client.started(invocation);
      const event: unknown = JSON.parse(invocation.event);
      const result = this.#client.observer.runUserCode(invocation.index, () =>
        handler.call(event, stream.writable, contextData(invocation)),
      );
      if (!isThenable(result)) throw new Error('Streaming does not support non-async handlers.');
      if ((await result) !== undefined) console.warn('Streaming handlers ignore return values.');
      await stream.isSent;
    } catch (error) {
      await nextRound();
      logError('Invoke Error', error);
      stream.fail(reportForPromiseRuntime(error), () => undefined);
    }
  }
}

function isThenable(value: unknown): value is Promise<unknown> {
  return (
    typeof value === 'object' && value !== null && typeof (value as { then?: unknown }).then === 'function'
  );
}

function nextRound(): Promise<void> {
  return new Promise((resolve) => setImmediate(resolve));
}

function resultToJson(result: unknown): string | undefined {
  try {
    return toJson(result);
  } catch {
    throw stringifyError();
  }
}

function logError(what: string, error: unknown): void {
  logRuntimeError(what, error instanceof Error ? error : new Error(String(error)));
}
