import type { ObservedResource } from '../../observation.js';
import type { ResourceTracker } from './resource-tracker.js';
import { readTrace, takeTrace, type Trace } from './traces.js';

interface Registration {
  id: number;
  event: string;
  listener: unknown;
  owner: number;
  startedAt: number;
  trace: Trace | undefined;
}

/** Remembers who listens on `process`: what an invocation adds there and leaves stays for as long as the process. */
export class ProcessListeners {
  #registrations: Registration[] = [];
  #lastId = 0;

  constructor(tracker: ResourceTracker, withStacks: boolean) {
    const add = (event: unknown, listener: unknown): void => {
      const owner = tracker.currentOwner;
      if (owner === undefined || typeof event !== 'string') return;
      const trace = withStacks ? takeTrace(add) : undefined;
      this.#registrations.push({ id: ++this.#lastId, event, listener, owner, startedAt: Date.now(), trace });
    };
    process.on('newListener', add);
    process.on('removeListener', (event: unknown, listener: unknown) => {
      const gone = this.#registrations.findLast((one) => one.event === event && one.listener === listener);
      this.#registrations = this.#registrations.filter((one) => one !== gone);
    });
  }

  view(): ObservedResource[] {
    return this.#registrations.map(({ id, event, owner, startedAt, trace }) => {
      const { frames, isInnermost } =
        trace === undefined ? { frames: [], isInnermost: false } : readTrace(trace);
      return {
        id,
        type: `process.on('${event}')`,
        owner,
        startedAt,
        isRef: undefined,
        frames,
        isStartedByUser: isInnermost,
      };
    });
  }
}
