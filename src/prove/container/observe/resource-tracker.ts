import { AsyncLocalStorage, createHook, executionAsyncId } from 'node:async_hooks';
import { performance } from 'node:perf_hooks';

import type { LateEvent, ObservedResource } from '../../observation.js';
import { isCryptoJob, isHandle, isOneShotRequest, isRequest, isTick, isTimer } from './resource-types.js';
import { readTrace, takeTrace, type Trace } from './traces.js';

/** Everything known about one asynchronous resource that user code started, directly or not. */
interface Tracked {
  id: number;
  type: string;
  owner: number;
  startedAt: number;
  /** Of promises and ticks there are many, and nothing is ever asked of them. */
  resource: WeakRef<object> | undefined;
  trace: Trace | undefined;
  /** What was running when it was started: where to look for a line if its own stack has none of the user's. */
  parent: Tracked | undefined;
  depth: number;
  hasRun: boolean;
  ranAfterEnd: boolean;
  isOver: boolean;
}

/** A chain of causes is followed this far; it would otherwise keep every step of an endless loop in memory. */
const MAX_DEPTH = 40;

/** So many late events of one observation are enough to report. */
const MAX_LATE = 2_000;

/** Follows what each invocation starts, and sees what of it goes on after the invocation's end. */
export class ResourceTracker {
  readonly #owners = new AsyncLocalStorage<number | undefined>();
  readonly #live = new Map<number, Tracked>();
  readonly #withStacks: boolean;
  #ended = 0;
  #running: number | undefined;
  #late: LateEvent[] = [];
  #pendingAtEnd: Tracked[] = [];

  constructor(withStacks: boolean) {
    this.#withStacks = withStacks;
    createHook({
      init: (id, type, _trigger, resource: object) => {
        this.#start(id, type, resource);
      },
      before: (id) => {
        this.#run(id);
      },
      promiseResolve: (id) => {
        this.#settle(id);
      },
      destroy: (id) => {
        this.#end(id);
      },
    }).enable();
  }

  /** Runs user code; what it starts belongs to `owner`. */
  runAs<T>(owner: number | undefined, work: () => T): T {
    return this.#owners.run(owner, work);
  }

  /** Whose work runs at this moment. */
  get currentOwner(): number | undefined {
    return this.#owners.getStore();
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
    this.#pendingAtEnd = [...this.#live.values()].filter((one) => one.owner === ended && isPending(one));
  }

  takeLate(): LateEvent[] {
    const late = this.#late;
    this.#late = [];
    return late;
  }

  /** What was pending when the last invocation ended, and is still, or ran since then. */
  takePending(): ObservedResource[] {
    const pending = this.#pendingAtEnd.filter((one) => one.ranAfterEnd || !isFinished(one));
    this.#pendingAtEnd = [];
    return pending.map(view);
  }

  /** What keeps an invocation from ending. */
  holding(): ObservedResource[] {
    return [...this.#live.values()].filter((one) => isPending(one) || isHandle(one.type)).map(view);
  }

  handles(): ObservedResource[] {
    return [...this.#live.values()].filter(({ type }) => isHandle(type)).map(view);
  }

  #start(id: number, type: string, resource: object): void {
    const owner = this.#owners.getStore();
    if (owner === undefined || (isTick(type) && !this.#withStacks)) return;
    const parent = this.#withStacks ? this.#live.get(executionAsyncId()) : undefined;
    this.#live.set(id, {
      id,
      type,
      owner,
      startedAt: now(),
      resource: type === 'PROMISE' || isTick(type) ? undefined : new WeakRef(resource),
      trace: this.#withStacks ? takeTrace(this.#start) : undefined,
      parent: parent !== undefined && parent.depth < MAX_DEPTH ? parent : undefined,
      depth: parent === undefined ? 0 : parent.depth + 1,
      hasRun: false,
      ranAfterEnd: false,
      isOver: false,
    });
  }

  #run(id: number): void {
    const tracked = this.#live.get(id);
    if (tracked === undefined) return;
    tracked.hasRun = true;
    if (!isTick(tracked.type)) this.#noteIfLate('ran', tracked);
  }

  #settle(id: number): void {
    const tracked = this.#live.get(id);
    if (tracked === undefined) return;
    this.#end(id);
    this.#noteIfLate('settled', tracked);
  }

  #end(id: number): void {
    const tracked = this.#live.get(id);
    if (tracked === undefined) return;
    tracked.isOver = true;
    this.#live.delete(id);
  }

  #noteIfLate(what: LateEvent['what'], tracked: Tracked): void {
    if (tracked.owner === 0 || tracked.owner > this.#ended) return;
    tracked.ranAfterEnd = true;
    if (this.#late.length >= MAX_LATE) return;
    this.#late.push({ what, resource: view(tracked), at: now(), ranIn: this.#running });
  }
}

/** Whether something is still to come of it. Handles are not pending work: they only may grow in number. */
function isPending(tracked: Tracked): boolean {
  if (isFinished(tracked)) return false;
  return tracked.type === 'PROMISE' || isTimer(tracked.type) || isRequest(tracked.type);
}

function isFinished(tracked: Tracked): boolean {
  if (tracked.isOver) return true;
  if (isOneShotRequest(tracked.type) && tracked.hasRun) return true;
  if (tracked.resource === undefined) return false;
  const resource = tracked.resource.deref();
  if (resource === undefined) return true;
  // Timers are marked at once when cleared; the event for it comes later.
  if ('_destroyed' in resource && resource._destroyed === true) return true;
  return isCryptoJob(tracked.type) && !('ondone' in resource && resource.ondone !== undefined);
}

function view(tracked: Tracked): ObservedResource {
  const { id, type, owner, startedAt } = tracked;
  const { frames, isInnermost } = framesOf(tracked);
  return { id, type, owner, startedAt, isRef: isRef(tracked), frames, isStartedByUser: isInnermost };
}

/** The user's frames of the nearest cause that has any. */
function framesOf(tracked: Tracked): ReturnType<typeof readTrace> {
  for (let one: Tracked | undefined = tracked; one !== undefined; one = one.parent) {
    if (one.trace === undefined) break;
    const found = readTrace(one.trace);
    if (found.frames.length > 0) return { ...found, isInnermost: found.isInnermost && one === tracked };
  }
  return { frames: [], isInnermost: false };
}

function isRef(tracked: Tracked): boolean | undefined {
  const resource = tracked.resource?.deref() as { hasRef?: () => boolean } | undefined;
  return resource?.hasRef?.();
}

function now(): number {
  return performance.timeOrigin + performance.now();
}
