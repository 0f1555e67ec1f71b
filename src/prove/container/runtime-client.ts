import type { HostMessage, ReportedError } from '../messages.js';
import type { Channel } from './channel.js';

/** The calls that a runtime makes to Lambda's Runtime API. */
export class RuntimeClient {
  readonly #channel: Channel;

  constructor(channel: Channel) {
    this.#channel = channel;
  }

  next(): Promise<HostMessage> {
    return this.#channel.next();
  }

  started(requestId: string): void {
    this.#channel.send({ type: 'started', requestId });
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

/** JSON text of a handler's result, in which nothing counts as null. */
export function toJson(result: unknown): string | undefined {
  return JSON.stringify(result === undefined ? null : result);
}
