import { isFinished, originOf, type Tracked } from './tracked.js';

/** A connection is closed at the end of the work, so the promises of the last time are enough. */
const MOST_PROMISES = 2_000;

/** A connection that is closing, and the promise that nobody waits for. */
interface Closing {
  connection: Tracked;
  promise: Tracked;
}

/**
 * Notices connections that close after the answer since nobody waited for the client's promise. It may be settled
 * at once, so that what shows is only a promise without anybody who waits for it, made by the same library.
 */
export class UnawaitedClosings {
  #promises: Tracked[] = [];
  #closings: Closing[] = [];

  made(promise: Tracked): void {
    this.#promises.push(promise);
    if (this.#promises.length > MOST_PROMISES) this.#promises.splice(0, MOST_PROMISES / 2);
  }

  /** @param connections those that the invocation opened and that are open still */
  invocationEnded(connections: readonly Tracked[]): void {
    const promises = this.#promises;
    this.#promises = [];
    const suspects =
      connections.length === 0 ? [] : promises.filter((promise) => isUnawaited(promise, promises));
    this.#closings = connections.flatMap((connection) => {
      const library = originOf(connection)?.library;
      const promise = suspects.find((one) => library !== undefined && originOf(one)?.library === library);
      return promise === undefined ? [] : [{ connection, promise }];
    });
  }

  /** The promises whose connection has been closed since. One that stays open may be kept on purpose. */
  take(): Tracked[] {
    const closings = this.#closings;
    this.#closings = [];
    return closings
      .filter(({ connection }) => isFinished(connection))
      .map(({ promise }) => ({ ...promise, type: 'CLOSING' }));
  }
}

/** A library may make promises of its own besides the one that it returns, so all of the same call count. */
function isUnawaited(promise: Tracked, all: readonly Tracked[]): boolean {
  if (promise.isAwaited) return false;
  const origin = originOf(promise);
  if (origin?.isCalledByUser !== true) return false;
  return all.every((other) => !other.isAwaited || originOf(other)?.place !== origin.place);
}
