import { createHook, executionAsyncId, executionAsyncResource } from 'node:async_hooks';
import { performance } from 'node:perf_hooks';
import { promiseHooks } from 'node:v8';

import type { LateEvent, ObservedResource } from '../../observation.js';
import { isConnection, isHandle, isRequest, isTick, isTimer } from './resource-types.js';
import { takeTrace } from './traces.js';
import { causeOf, isFinished, isRef, mark, view, type Tracked } from './tracked.js';
import { UnawaitedClosings } from './unawaited-closings.js';

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
  readonly #promises = new Set<object>();
  /** By owner, for what isn't told apart. */
  readonly #anyPromise: Tracked[] = [];
  readonly #anyTick: Tracked[] = [];
  /** Promises and ticks get ids below zero, those of Node.js are above. */
  #lastOwnId = 0;
  #ended = 0;
  #running: number | undefined;
  /** Whether the invocation started something whose end can't be told, such as the work of a native addon. */
  #hasUnfollowed = false;
  #late: LateEvent[] = [];
  #pendingResources: Tracked[] = [];
  #pendingPromises: object[] = [];
  readonly #closings = new UnawaitedClosings();

  constructor(withStacks: boolean) {
    this.#withStacks = withStacks;
    createHook({
      init: (id, type, trigger, resource: object) => {
        const cause = causeOf(executionAsyncResource());
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
    if (withStacks) promiseHooks.onInit(noteWaiting);
  }

  /** Runs user code; what it starts belongs to `owner`, and to nobody if that is undefined. */
  runAs<T>(owner: number | undefined, work: () => T): T {
    const current = executionAsyncResource();
    const outer = causeOf(current);
    mark(current, owner === undefined ? undefined : this.#record(NO_ID, 'Invocation', owner));
    try {
      return work();
    } finally {
      mark(current, outer);
    }
  }

  /** Whose work runs at this moment. */
  get currentOwner(): number | undefined {
    return causeOf(executionAsyncResource())?.owner;
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
    this.#hasUnfollowed = false;
  }

  /** The runtime asks for the next event: what the invocation has pending now is left behind. */
  endRunning(): void {
    const ended = this.#running;
    if (ended === undefined) return;
    this.#ended = ended;
    this.#running = undefined;
    this.#resources = this.#resources.filter((one) => !isFinished(one));
    this.#pendingResources = this.#resources.filter(({ owner, type }) => owner === ended && !isHandle(type));
    this.#pendingPromises = [...this.#promises].filter((promise) => causeOf(promise)?.owner === ended);
    this.#closings.invocationEnded(
      this.#resources.filter(({ owner, type }) => owner === ended && isConnection(type)),
    );
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
      .filter((promise) => causeOf(promise)?.ranAfterEnd === true || this.#promises.has(promise))
      .flatMap((promise) => causeOf(promise) ?? []);
    this.#pendingResources = [];
    this.#pendingPromises = [];
    return [...resources, ...new Set(promises), ...this.#closings.take()].map(view);
  }

  /**
   * Whether nothing goes on of what ended last. What keeps no process alive doesn't count, and neither does a promise
   * that a module has left pending, such as those of Node.js's own module loader.
   */
  isQuiet(): boolean {
    const isWaitedFor = (one: Tracked): boolean =>
      one.owner === this.#ended && isRef(one) !== false && !isFinished(one);
    if (this.#resources.some(isWaitedFor)) return false;
    return (
      this.#ended === 0 || ![...this.#promises].some((promise) => causeOf(promise)?.owner === this.#ended)
    );
  }

  /** Whether all that was ever started has ended, as far as it can be followed. */
  isStill(): boolean {
    return !this.#hasUnfollowed && this.#resources.every(isFinished);
  }

  /** What keeps an invocation from ending. */
  holding(): ObservedResource[] {
    return this.#resources.filter((one) => !isFinished(one)).map(view);
  }

  handles(): ObservedResource[] {
    return this.#resources.filter((one) => isHandle(one.type) && !isFinished(one)).map(view);
  }

  #startPromise(promise: object, trigger: number, cause: Tracked): void {
    const record = this.#recordOfMany(this.#anyPromise, 'PROMISE', cause);
    mark(promise, record);
    // One that waits for another is triggered by it, and not by what runs now.
    if (trigger !== executionAsyncId()) return;
    this.#promises.add(promise);
    if (this.#withStacks) this.#closings.made(record);
  }

  #start(id: number, type: string, resource: object, cause: Tracked): void {
    if (isTick(type)) {
      mark(resource, this.#recordOfMany(this.#anyTick, type, cause));
      return;
    }
    const record = this.#record(id, type, cause.owner, cause);
    record.resource = new WeakRef(resource);
    mark(resource, record);
    if (isTimer(type) || isRequest(type) || isHandle(type)) this.#resources.push(record);
    else this.#hasUnfollowed = true;
  }

  #run(resource: object): void {
    const record = causeOf(resource);
    if (record === undefined) return;
    record.hasRun = true;
    if (!isTick(record.type)) this.#noteIfLate('ran', record);
  }

  #settle(promise: object): void {
    const record = causeOf(promise);
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
      isAwaited: false,
    };
  }
}

function noteWaiting(_promise: object, awaited: object | undefined): void {
  const record = awaited === undefined ? undefined : causeOf(awaited);
  if (record !== undefined) record.isAwaited = true;
}

function now(): number {
  return performance.timeOrigin + performance.now();
}
