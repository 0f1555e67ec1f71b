import type { Invocation } from '../messages.js';
import { forgetEmptyLoop, onEmptyLoop, watchEmptyLoop } from './before-exit.js';
import { openCompletion, type Ending } from './completion.js';
import { emptyLoopSetting } from './empty-loop-setting.js';
import { logRuntimeError, logUnder } from './function-logs.js';
import type { LoadedHandler, RuntimeLoop } from './handler-function.js';
import { contextData } from './invocation-context.js';
import { reportForCallbackRuntime } from './reported-error.js';
import { openResponseStream } from './response-stream.js';
import { toJson, type RuntimeClient } from './runtime-client.js';
import { nodeJsExit, unhandledPromiseRejection } from './runtime-errors.js';

// Taken before user code runs, which may replace it.
const exit = process.exit.bind(process);

/**
 * The runtimes up to Node.js 22: the handler may call back, use the context's methods or return a promise,
 * whichever comes first, and a result given to the callback waits until the event loop is empty.
 */
export class CallbackRuntime implements RuntimeLoop {
  readonly #client: RuntimeClient;
  #failCurrent: (error: unknown) => void;

  constructor(client: RuntimeClient) {
    this.#client = client;
    this.#failCurrent = (error) => {
      client.failInit(reportForCallbackRuntime(error));
    };
    this.#watchCrashes();
    watchEmptyLoop();
  }

  failInit(error: unknown): never {
    logError('Uncaught Exception', error);
    this.#client.failInit(reportForCallbackRuntime(error));
    return exit(129);
  }

  start(handler: LoadedHandler): void {
    this.#scheduleIteration(handler);
  }

  #watchCrashes(): void {
    process.on('uncaughtException', (error: unknown) => {
      logError('Uncaught Exception', error);
      this.#failCurrent(error);
      exit(129);
    });
    process.on('unhandledRejection', (reason: unknown) => {
      this.#client.noteCrash(reason);
      const error = unhandledPromiseRejection(reason);
      logError('Unhandled Promise Rejection', error);
      this.#failCurrent(error);
      exit(128);
    });
  }

  /** The next invocation begins at the start of the event loop's next round. */
  #scheduleIteration(handler: LoadedHandler): void {
    setImmediate(() => {
      this.#handleOnce(handler).catch((error: unknown) => {
        this.#failCurrent(error);
        exit(129);
      });
    });
  }

  async #handleOnce(handler: LoadedHandler): Promise<void> {
    const invocation = await this.#client.next();
    logUnder(invocation.requestId);
    this.#failCurrent = (error) => {
      this.#postError(invocation, error);
    };
    if (handler.isStreaming) await this.#stream(handler, invocation);
    else this.#invoke(handler, invocation);
  }

  #invoke(handler: LoadedHandler, invocation: Invocation): void {
    const { callback, context, markCompleted } = openCompletion(this.#ending(handler, invocation));
    try {
      onEmptyLoop(() => {
        markCompleted();
        this.#endWithoutAnswer(handler, invocation);
      });
      this.#client.started(invocation);
      const event: unknown = JSON.parse(invocation.event);
      const result = this.#client.observer.runUserCode(invocation.index, () =>
        handler.call(event, Object.assign(context, contextData(invocation)), callback),
      );
      // Any object with a `then` counts as a promise, and has to return one from it.
      if (isThenable(result)) result.then(context.succeed, context.fail).catch(context.fail);
    } catch (error) {
      callback(error);
    }
  }

  /** The loop is empty and the handler never answered: no failure, unless it is an async function. */
  #endWithoutAnswer(handler: LoadedHandler, invocation: Invocation): void {
    if (handler.isAsync) {
      const error = nodeJsExit();
      logError('Invoke Error', error);
      this.#postError(invocation, error);
    } else {
      this.#client.respond(invocation.requestId, 'null');
    }
    this.#scheduleIteration(handler);
  }

  #ending(handler: LoadedHandler, invocation: Invocation): Ending {
    return {
      respond: (result) => {
        this.#client.respond(invocation.requestId, resultToJson(result));
        this.#scheduleIteration(handler);
      },
      fail: (error) => {
        logError('Invoke Error', error);
        this.#postError(invocation, error);
        this.#scheduleIteration(handler);
      },
      wait: () => {
        this.#client.waiting(invocation.requestId);
      },
      runOutside: (work) => {
        this.#client.observer.runOutside(work);
      },
    };
  }

  async #stream(handler: LoadedHandler, invocation: Invocation): Promise<void> {
    const setting = emptyLoopSetting();
    const stream = openResponseStream(this.#client, invocation.requestId);
    const scheduleNext = (): void => {
      forgetEmptyLoop();
      if (!setting.isOn()) this.#scheduleIteration(handler);
      else
        onEmptyLoop(() =>
          setImmediate(() => {
            this.#scheduleIteration(handler);
          }),
        );
    };
    try {
      onEmptyLoop(() => {
        this.#scheduleIteration(handler);
      });
      this.#client.started(invocation);
      const event: unknown = JSON.parse(invocation.event);
      const result = this.#client.observer.runUserCode(invocation.index, () =>
        handler.call(event, stream.writable, Object.assign(setting.context, contextData(invocation))),
      );
      if (!isThenable(result)) throw asThrown('Streaming does not support non-async handlers.');
      if ((await result) !== undefined) console.warn('Streaming handlers ignore return values.');
      await stream.isSent;
      scheduleNext();
    } catch (error) {
      logError('Invoke Error', error);
      stream.fail(reportForCallbackRuntime(error), scheduleNext);
    }
  }

  #postError(invocation: Invocation, error: unknown): void {
    this.#client.fail(invocation.requestId, reportForCallbackRuntime(error));
  }
}

/** The runtime throws this text as it is, without making it an error. */
function asThrown(text: string): unknown {
  return text;
}

/** Logging comes first and can itself fail, for a value that can't be made a text. */
function logError(what: string, error: unknown): void {
  logRuntimeError(what, error instanceof Error ? error : new Error(error as string));
}

function isThenable(value: unknown): value is Promise<unknown> {
  return Boolean(value) && typeof (value as { then?: unknown }).then === 'function';
}

function resultToJson(result: unknown): string | undefined {
  try {
    return toJson(result);
  } catch {
    throw new Error('Unable to stringify response body');
  }
}
