import type { Invocation, ReportedError } from '../messages.js';
import type { Channel, Question } from './channel.js';
import type { Observer } from './observe/observer.js';

/** The calls that a runtime makes to Lambda's Runtime API. */
export class RuntimeClient {
  readonly #channel: Channel;
  readonly observer: Observer;

  constructor(channel: Channel, observer: Observer) {
    this.#channel = channel;
    this.observer = observer;
    process.on('uncaughtExceptionMonitor', (error) => {
      this.noteCrash(error);
    });
  }

  async next(): Promise<Invocation> {
    this.observer.end();
    const invocation = await this.#channel.next((question) => {
      this.#answer(question);
    });
    this.observer.begin(invocation.index);
    // Leaked timers that came due while the container was frozen fire before the handler runs.
    await letDueTimersRun();
    return invocation;
  }

  #answer(question: Question): void {
    if (question.type === 'observe') {
      const observation = this.observer.observe();
      if (observation !== undefined) this.#channel.send({ type: 'observation', observation });
    } else {
      this.observer.onceQuiet(question.quietMs, () => {
        this.#channel.send({ type: 'quiet' });
      });
    }
  }

  started({ requestId }: Invocation): void {
    this.#channel.send({ type: 'started', requestId });
  }

  /** The handler has given its answer, which waits until the event loop is empty. */
  waiting(requestId: string): void {
    this.#channel.send({ type: 'waiting', requestId });
  }

  /** An error that nobody caught, before it ends the process. */
  noteCrash(error: unknown): void {
    const crash = this.observer.describeCrash(error);
    if (crash !== undefined) this.#channel.send({ type: 'crash', crash });
  }

  /**
   * Sends a response.
   * @param body JSON text; for a result without one (a function, a symbol) the native client of the runtime
   *   refuses what it is given.
   */
  respond(requestId: string, body: string | undefined): void {
    if (typeof body !== 'string') throw new TypeError('Wrong arguments');
    this.#channel.send({ type: 'response', requestId, body });
  }

  fail(requestId: string, error: ReportedError, partialBody?: string): void {
    this.#channel.send({
      type: 'error',
      requestId,
      error,
      ...(partialBody === undefined ? {} : { partialBody }),
    });
  }

  failInit(error: ReportedError): void {
    this.#channel.send({ type: 'init-error', error });
  }
}

// Taken before user code runs, which may replace it.
const { setTimeout: setTimer } = globalThis;

function letDueTimersRun(): Promise<void> {
  return new Promise((resolve) => {
    setTimer(resolve, 1);
  });
}

/** JSON text of a handler's result, in which nothing counts as null. */
export function toJson(result: unknown): string | undefined {
  return JSON.stringify(result === undefined ? null : result);
}
