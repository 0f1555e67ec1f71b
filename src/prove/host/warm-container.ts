import { randomUUID } from 'node:crypto';

import type { ContainerJob, ContainerMessage, ReportedError } from '../messages.js';
import type { Outcome } from '../outcome.js';
import { Container, type ContainerExit, type ContainerOptions } from './container.js';
import type { InvocationRecord, LogLine } from './invocation-record.js';

/** Lambda gives the start of a function ten seconds. */
const INIT_LIMIT_MS = 10_000;

export interface WarmContainerOptions extends ContainerOptions {
  job: ContainerJob;
  timeoutMs: number;
}

/**
 * A function's execution environment over several invocations. Its process is started when an invocation
 * needs one, and again after a crash or a time-out, as on Lambda.
 */
export class WarmContainer {
  readonly #options: WarmContainerOptions;
  #container: Container | undefined;
  #starts = 0;
  #invocations = 0;
  /** Set when the process died between two invocations: on Lambda the one that thaws it fails. */
  #lateExit: ContainerExit | undefined;
  readonly #logs: LogLine[] = [];

  constructor(options: WarmContainerOptions) {
    this.#options = options;
  }

  /** The process that serves the invocations now, if one lives. */
  get current(): Container | undefined {
    return this.#container;
  }

  /** Runs one invocation, starting the process if need be. */
  async invoke(event: unknown): Promise<InvocationRecord> {
    const requestId = randomUUID();
    this.#invocations++;
    const startedAt = Date.now();
    const record = (outcome: Outcome, answeredAt?: number, endedAt = Date.now()): InvocationRecord => ({
      index: this.#invocations,
      requestId,
      outcome,
      container: this.#starts,
      startedAt,
      answeredAt,
      endedAt,
      logs: this.#logs.splice(0),
    });

    if (this.#lateExit !== undefined) {
      const { code, signal } = this.#lateExit;
      this.#lateExit = undefined;
      return record(exitOutcome(code, signal));
    }
    const failedStart = await this.#start();
    if (failedStart !== undefined) return record(failedStart);
    return this.#run(requestId, event, record);
  }

  /** Looks whether the process died since the last invocation ended. */
  noticeLateExit(exit: ContainerExit): void {
    this.#container = undefined;
    this.#lateExit = exit;
  }

  async stop(): Promise<void> {
    await this.#container?.kill();
    this.#container = undefined;
  }

  async #start(): Promise<Outcome | undefined> {
    if (this.#container !== undefined) return undefined;
    const container = new Container(this.#options.job, this.#options);
    this.#container = container;
    this.#starts++;
    const deadline = Date.now() + Math.max(INIT_LIMIT_MS, this.#options.timeoutMs);
    let error: ReportedError | undefined;
    for (;;) {
      const message = await container.messages.take(deadline);
      if (message === undefined) {
        await this.stop();
        return { kind: 'timeout' };
      }
      if (message.type === 'next') return undefined;
      if (message.type === 'init-error') error = message.error;
      else if (message.type === 'log') this.#logs.push(message);
      else if (message.type === 'exit') {
        this.#container = undefined;
        return error === undefined ? exitOutcome(message.code, message.signal) : { kind: 'error', ...error };
      }
    }
  }

  async #run(
    requestId: string,
    event: unknown,
    record: (outcome: Outcome, answeredAt?: number, endedAt?: number) => InvocationRecord,
  ): Promise<InvocationRecord> {
    const container = this.#container;
    if (container === undefined) throw new Error('no container is running');
    const deadline = Date.now() + this.#options.timeoutMs;
    container.invoke({ type: 'invoke', requestId, event: JSON.stringify(event), deadlineMs: deadline });

    let outcome: Outcome | undefined;
    let answeredAt: number | undefined;
    for (;;) {
      const message = await container.messages.take(deadline);
      if (message === undefined) {
        await this.stop();
        return record(outcome ?? { kind: 'timeout' }, answeredAt);
      }
      if (message.type === 'exit') {
        this.#container = undefined;
        return record(outcome ?? exitOutcome(message.code, message.signal), answeredAt);
      }
      if (message.type === 'next' && outcome !== undefined) return record(outcome, answeredAt, message.at);
      if (message.type === 'log') this.#logs.push(message);
      const answer = answerOf(message, requestId);
      if (answer === undefined || outcome !== undefined) continue;
      outcome = answer;
      answeredAt = message.at;
    }
  }
}

/** The answer to this request in a message. Late answers to earlier requests are refused by Lambda. */
function answerOf(message: ContainerMessage, requestId: string): Outcome | undefined {
  if (message.type === 'response' && message.requestId === requestId) {
    return { kind: 'response', body: message.body };
  }
  if (message.type === 'error' && message.requestId === requestId) {
    const { error, partialBody } = message;
    return { kind: 'error', ...error, ...(partialBody ? { partialBody } : {}) };
  }
  return undefined;
}

function exitOutcome(code: number | null, signal: string | undefined): Outcome {
  return { kind: 'exit', code, ...(signal === undefined ? {} : { signal }) };
}
