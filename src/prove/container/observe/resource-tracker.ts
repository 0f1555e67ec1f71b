import { createHook, executionAsyncId, executionAsyncResource } from 'node:async_hooks';
import { performance } from 'node:perf_hooks';
import { promiseHooks } from 'node:v8';

import type { LateEvent, ObservedResource } from '../../observation.js';
import { isHandle, isRequest, isTick, isTimer } from './resource-types.js';
import { takeTrace } from './traces.js';
import { isFinished, isRef, view, type Tracked } from './tracked.js';

/** Every resource carries what is known about it: what runs in its name belongs to the same invocation. */
const tracked = Symbol('leakfix');

interface Carrier {
  [tracked]?: Tracked | undefined;
}

/** A chain of causes is followed this far; it would otherwise keep every step of an endless loop in memory. */
const MAX_DEPTH = 40;

const NO_ID = 0;

/** So many late events of one observation are enough to report. */
const MAX_LATE = 2_000;

/**
 * Follows what each invocation starts, and sees what of it goes on after the invocation's end. It listens to no
 * end of resources, which would make each promise costly: their own state tells, when somebody asks.
 */
export class ResourceTracker {
  readonly #withStacks: boolean;
  /** Timers, requests and handles, until they are known to be finished. */
  #resources: Tracked[] = [];
  /** Promises that were made, and not only waited for, until they are settled. */
  readonly #promises = new Set<Carrier>();
  /** By owner, for what isn't told apart. */
  readonly #anyPromise: Tracked[] = [];
  readonly #anyTick: Tracked[] = [];
  /** Promises and ticks get ids below zero, those of Node.js are above. */
  #lastOwnId = 0;
  #ended = 0;
  #running: number | undefined;
  #late: LateEvent[] = [];
  #pendingResources: Tracked[] = [];
  #pendingPromises: Carrier[] = [];

  constructor(withStacks: boolean) {
    this.#withStacks = withStacks;
    createHook({
      init: (id, type, trigger, resource: object) => {
        const cause = currentCause();
        if (cause === undefined) return;
        if (type === 'PROMISE') this.#startPromise(resource, trigger, cause);
        else this.#start(id, type, resource, cause);
      },
      before: () => {
        this.#run(executionAsyncResource());
      },
    }).enable();
    promiseHooks.onSettled((promise: object) => {
      this.#settle(promise);
    });
  }

  /** Runs user code; what it starts belongs to `owner`, and to nobody if that is undefined. */
  runAs<T>(owner: number | undefined, work: () => T): T {
    const carrier: Carrier = executionAsyncResource();
    const outer = carrier[tracked];
    carrier[tracked] = owner === undefined ? undefined : this.#record(NO_ID, 'Invocation', owner);
    try {
      return work();
    } finally {
      carrier[tracked] = outer;
    }
  }

  /** Whose work runs at this moment. */
  get currentOwner(): number | undefined {
    return currentCause()?.owner;
  }

  /** The invocation that goes on at this moment. */
  get running(): number | undefined {
    return this.#running;
  }

  get lastEnded(): number {
    return this.#ended;
  }

  begin(invocation: number): void {
    this.#running = invocation;
  }

  /** The runtime asks for the next event: what the invocation has pending now is left behind. */
  endRunning(): void {
    const ended = this.#running;
    if (ended === undefined) return;
    this.#ended = ended;
    this.#running = undefined;
    this.#resources = this.#resources.filter((one) => !isFinished(one));
    this.#pendingResources = this.#resources.filter(({ owner, type }) => owner === ended && !isHandle(type));
    this.#pendingPromises = [...this.#promises].filter((promise) => promise[tracked]?.owner === ended);
  }

  takeLate(): LateEvent[] {
    const late = this.#late;
    this.#late = [];
    return late;
  }

  /** What was pending when the last invocation ended, and is still, or ran since then. */
  takePending(): ObservedResource[] {
    const resources = this.#pendingResources.filter((one) => one.ranAfterEnd || !isFinished(one));
    const promises = this.#pendingPromises
      .filter((promise) => promise[tracked]?.ranAfterEnd === true || this.#promises.has(promise))
      .flatMap((promise) => promise[tracked] ?? []);
    this.#pendingResources = [];
    this.#pendingPromises = [];
    return [...resources, ...new Set(promises)].map(view);
  }

  /** Whether nothing goes on of what ended last. What keeps no process alive doesn't count. */
  isQuiet(): boolean {
    const isWaitedFor = (one: Tracked): boolean =>
      one.owner === this.#ended && isRef(one) !== false && !isFinished(one);
    return (
      !this.#resources.some(isWaitedFor) &&
      ![...this.#promises].some((promise) => promise[tracked]?.owner === this.#ended)
    );
  }

  /** What keeps an invocation from ending. */
  holding(): ObservedResource[] {
    return this.#resources.filter((one) => !isFinished(one)).map(view);
  }

  handles(): ObservedResource[] {
    return this.#resources.filter((one) => isHandle(one.type) && !isFinished(one)).map(view);
  }

  #startPromise(promise: Carrier, trigger: number, cause: Tracked): void {
    promise[tracked] = this.#recordOfMany(this.#anyPromise, 'PROMISE', cause);
    // One that waits for another is triggered by it, and not by what runs now.
    if (trigger === executionAsyncId()) this.#promises.add(promise);
  }

  #start(id: number, type: string, resource: Carrier, cause: Tracked): void {
    if (isTick(type)) {
      resource[tracked] = this.#recordOfMany(this.#anyTick, type, cause);
      return;
    }
    const record = this.#record(id, type, cause.owner, cause);
    record.resource = new WeakRef(resource);
    resource[tracked] = record;
    if (isTimer(type) || isRequest(type) || isHandle(type)) this.#resources.push(record);
  }

  #run({ [tracked]: record }: Carrier): void {
    if (record === undefined) return;
    record.hasRun = true;
    if (!isTick(record.type)) this.#noteIfLate('ran', record);
  }

  #settle(promise: Carrier): void {
    const record = promise[tracked];
    if (record === undefined) return;
    this.#promises.delete(promise);
    this.#noteIfLate('settled', record);
  }

  #noteIfLate(what: LateEvent['what'], record: Tracked): void {
    if (!this.#isLate(record)) return;
    record.ranAfterEnd = true;
    if (this.#late.length >= MAX_LATE) return;
    this.#late.push({ what, resource: view(record), at: now(), ranIn: this.#running });
  }

  /** The module's own work is late whenever no invocation goes on, and else it may be part of one. */
  #isLate({ owner }: Tracked): boolean {
    return owner === 0 ? this.#running === undefined : owner <= this.#ended;
  }

  /** Of some there are so many that each has a record of its own only if it has a stack as well. */
  #recordOfMany(shared: Tracked[], type: string, cause: Tracked): Tracked {
    const { owner } = cause;
    if (!this.#withStacks) return (shared[owner] ??= this.#record(NO_ID, type, owner));
    return this.#record(--this.#lastOwnId, type, owner, cause);
  }

  #record(id: number, type: string, owner: number, cause?: Tracked): Tracked {
    return {
      id,
      type,
      owner,
      startedAt: now(),
      resource: undefined,
      trace: this.#withStacks ? takeTrace(this.#record) : undefined,
      cause: cause !== undefined && cause.depth < MAX_DEPTH ? cause : undefined,
      depth: cause === undefined ? 0 : cause.depth + 1,
      hasRun: false,
      ranAfterEnd: false,
    };
  }
}

function currentCause(): Tracked | undefined {
  return (executionAsyncResource() as Carrier)[tracked];
}

function now(): number {
  return performance.timeOrigin + performance.now();
}
