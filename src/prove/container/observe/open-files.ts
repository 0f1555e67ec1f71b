import fs from 'node:fs';

import type { ObservedResource } from '../../observation.js';
import type { ResourceTracker } from './resource-tracker.js';
import { readTrace, takeTrace, type Trace } from './traces.js';

interface OpenFile {
  owner: number;
  startedAt: number;
  trace: Trace;
}

type Call = (...values: unknown[]) => unknown;

/**
 * Remembers where plain file descriptors were opened. They are numbers, not resources with hooks, so the
 * functions of `fs` that open and close them are wrapped.
 */
export class OpenFiles {
  readonly #open = new Map<number, OpenFile>();
  readonly #tracker: ResourceTracker;

  constructor(tracker: ResourceTracker) {
    this.#tracker = tracker;
    const calls = fs as unknown as Record<'open' | 'openSync' | 'close' | 'closeSync', Call>;
    const { open, openSync, close, closeSync } = calls;
    calls.openSync = (...values) => {
      const descriptor = openSync(...values);
      this.#remember(descriptor, takeTrace(calls.openSync));
      return descriptor;
    };
    calls.open = (...values) => {
      const trace = takeTrace(calls.open);
      const callback = values.pop() as Call;
      return open(...values, (error: unknown, descriptor: unknown) => {
        this.#remember(descriptor, trace);
        return callback(error, descriptor);
      });
    };
    calls.closeSync = (...values) => {
      this.#open.delete(values[0] as number);
      return closeSync(...values);
    };
    calls.close = (...values) => {
      this.#open.delete(values[0] as number);
      return close(...values);
    };
  }

  view(): ObservedResource[] {
    return [...this.#open].map(([id, { owner, startedAt, trace }]) => {
      const { frames, isInnermost } = readTrace(trace);
      return { id, type: 'file', owner, startedAt, isRef: undefined, frames, isStartedByUser: isInnermost };
    });
  }

  #remember(descriptor: unknown, trace: Trace): void {
    const owner = this.#tracker.currentOwner;
    if (typeof descriptor !== 'number' || owner === undefined) return;
    this.#open.set(descriptor, { owner, startedAt: Date.now(), trace });
  }
}
