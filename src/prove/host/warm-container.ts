import { randomUUID } from 'node:crypto';
import { setTimeout as delay } from 'node:timers/promises';

import type { ContainerJob, ContainerMessage, ReportedError } from '../messages.js';
import type { Crash, Observation } from '../observation.js';
import type { Outcome } from '../outcome.js';
import { answerOf, exitOutcome } from './answer.js';
import { Container, type ContainerExit, type ContainerOptions } from './container.js';
import type { IdleRecord, InvocationRecord, LogLine } from './invocation-record.js';

/** Lambda gives the start of a function ten seconds. */
const INIT_LIMIT_MS = 10_000;

/** An observation takes milliseconds, unless the handler blocks the process. */
const OBSERVATION_LIMIT_MS = 5_000;

/** What happens between two invocations. */
export type Pause =
  /** The next one comes at once. */
  | { kind: 'none' }
  /**
   * The process runs on without an invocation, so that leaked work can be seen: so long, or until there was
   * none for `quietMs`.
   */
  | { kind: 'window'; ms: number; quietMs?: number }
  /** The process is stopped for so long, as on Lambda. */
  | { kind: 'freeze'; ms: number };

export interface WarmContainerOptions extends ContainerOptions {
  job: ContainerJob;
  timeoutMs: number;
  /** What happens after the invocation of this number; 0 is the start of the process. */
  pauseAfter: (invocation: number) => Pause;
  /** A process that was started ahead with the same options, to be taken first. */
  spare?: Container | undefined;
}

/**
 * A function's execution environment over several invocations. Its process is started when an invocation
 * needs one, and again after a crash or a time-out, as on Lambda.
 */
export class WarmContainer {
  readonly idle: IdleRecord[] = [];
  readonly #options: WarmContainerOptions;
  #container: Container | undefined;
  #spare: Container | undefined;
  #starts = 0;
  #invocations = 0;
  #isFrozen = false;
  /** Set when the process died between two invocations: on Lambda the one that thaws it fails. */
  #lateExit: ContainerExit | undefined;
  #logs: LogLine[] = [];
  #crashes: Crash[] = [];

  constructor(options: WarmContainerOptions) {
    this.#options = options;
    this.#spare = options.spare;
  }

  /**
   * Runs one invocation, starting the process if need be, and then the pause after it.
   * @param eventIndex which of the events this is, for the record
   */
  async invoke(event: unknown, eventIndex: number): Promise<InvocationRecord> {
    const record = this.#newRecord(eventIndex);
    const lateExit = this.#takeLateExit();
    if (lateExit !== undefined) return { ...record, outcome: lateExit, endedAt: Date.now() };

    const failedStart = await this.#start();
    record.container = this.#starts;
    record.startedAt = Date.now();
    record.hasStarted = failedStart === undefined;
    if (failedStart === undefined) await this.#run(record, event);
    else record.outcome = failedStart;
    record.endedAt ||= Date.now();
    await this.#pause(record, this.#options.pauseAfter(record.index));
    record.descriptors = this.#container?.countDescriptors();
    record.logs = this.#logs.splice(0);
    record.crashes = this.#crashes.splice(0);
    return record;
  }

  async stop(): Promise<void> {
    await this.#container?.kill();
    this.#container = undefined;
  }

  #newRecord(eventIndex: number): InvocationRecord {
    return {
      index: ++this.#invocations,
      eventIndex,
      requestId: randomUUID(),
      outcome: { kind: 'timeout' },
      container: this.#starts,
      startedAt: Date.now(),
      answeredAt: undefined,
      endedAt: 0,
      logs: [],
      observation: undefined,
      descriptors: undefined,
      isWaiting: false,
      hasStarted: true,
      crashes: [],
    };
  }

  async #start(): Promise<Outcome | undefined> {
    if (this.#container !== undefined) return undefined;
    const container = this.#spare ?? new Container(this.#options);
    this.#spare = undefined;
    this.#container = container;
    container.start(this.#options.job);
    this.#isFrozen = false;
    this.#starts++;
    const deadline = Date.now() + Math.max(INIT_LIMIT_MS, this.#options.timeoutMs);
    let error: ReportedError | undefined;
    for (;;) {
      const message = await this.#take(container, deadline);
      if (message === undefined) {
        await this.stop();
        return { kind: 'timeout' };
      }
      if (message.type === 'init-error') error = message.error;
      if (message.type === 'exit')
        return error === undefined ? exitOutcome(message) : { kind: 'error', ...error };
      if (message.type === 'next') {
        await this.#watchIdle(container);
        return this.#takeLateExit();
      }
    }
  }

  #takeLateExit(): Outcome | undefined {
    const exit = this.#lateExit;
    this.#lateExit = undefined;
    return exit === undefined ? undefined : exitOutcome(exit);
  }

  /** Before the first invocation, what runs is the module's own business, such as its timers. */
  async #watchIdle(container: Container): Promise<void> {
    await this.#watch(container, this.#options.pauseAfter(0));
    const observation = await this.#observe(container);
    if (observation !== undefined) this.idle.push({ container: this.#starts, observation });
  }

  async #run(record: InvocationRecord, event: unknown): Promise<void> {
    const container = this.#container;
    if (container === undefined) throw new Error('no container is running');
    const deadline = Date.now() + this.#options.timeoutMs;
    if (this.#isFrozen) container.thaw();
    this.#isFrozen = false;
    const { index, requestId } = record;
    container.send({
      type: 'invoke',
      index,
      requestId,
      event: JSON.stringify(event ?? null),
      deadlineMs: deadline,
    });

    let outcome: Outcome | undefined;
    for (;;) {
      const message = await this.#take(container, deadline);
      if (message === undefined) {
        record.endedAt = Date.now();
        // What holds the process open is worth knowing; after that it is killed, as on Lambda.
        record.observation = await this.#observe(container);
        await this.stop();
        break;
      }
      if (message.type === 'exit') {
        outcome ??= exitOutcome(message);
        break;
      }
      if (message.type === 'waiting' && message.requestId === requestId) record.isWaiting = true;
      if (message.type === 'next' && outcome !== undefined) {
        record.endedAt = message.at;
        break;
      }
      const answer = answerOf(message, requestId);
      if (answer === undefined || outcome !== undefined) continue;
      outcome = answer;
      record.answeredAt = message.at;
    }
    record.outcome = outcome ?? { kind: 'timeout' };
  }

  async #pause(record: InvocationRecord, pause: Pause): Promise<void> {
    const container = this.#container;
    if (container === undefined || pause.kind === 'none') return;
    await this.#watch(container, pause);
    record.observation = await this.#observe(container);
    if (record.observation !== undefined) placeLateWork(record.observation, record);
    if (pause.kind === 'freeze') {
      container.freeze();
      this.#isFrozen = true;
      await delay(pause.ms);
    }
  }

  /** Lets a window's time go by, and notices when the process dies meanwhile. */
  async #watch(container: Container, pause: Pause): Promise<void> {
    if (pause.kind !== 'window') return;
    const { quietMs } = pause;
    if (quietMs !== undefined) container.send({ type: 'tell-when-quiet', quietMs });
    const end = Date.now() + pause.ms;
    for (;;) {
      const message = await this.#take(container, end);
      if (message?.type === 'exit') this.#lateExit = message;
      if (message === undefined || message.type === 'exit' || message.type === 'quiet') return;
    }
  }

  async #observe(container: Container): Promise<Observation | undefined> {
    if (this.#options.job.watch === 'off' || this.#container === undefined) return undefined;
    container.send({ type: 'observe' });
    const deadline = Date.now() + OBSERVATION_LIMIT_MS;
    for (;;) {
      const message = await this.#take(container, deadline);
      if (message === undefined) return undefined;
      if (message.type === 'observation') return message.observation;
      if (message.type === 'exit') {
        this.#lateExit = message;
        return undefined;
      }
    }
  }

  /** The next message that is not a mere note. An exit is noticed here for all. */
  async #take(container: Container, deadline: number): Promise<ContainerMessage | ContainerExit | undefined> {
    for (;;) {
      const message = await container.messages.take(deadline);
      if (message?.type === 'exit') this.#container = undefined;
      if (message?.type === 'log') this.#logs.push(message);
      else if (message?.type === 'crash') this.#crashes.push(message.crash);
      else return message;
    }
  }
}

/**
 * Work that came due in a stopped container runs as soon as it is thawed, before the runtime has read the next
 * event. To Lambda that invocation goes on already.
 */
function placeLateWork(observation: Observation, { index, endedAt }: InvocationRecord): void {
  for (const event of observation.late) {
    if (event.at < endedAt) event.ranIn ??= index;
  }
}
