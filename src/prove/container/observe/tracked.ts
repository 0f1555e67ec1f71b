import type { ObservedResource } from '../../observation.js';
import { isCryptoJob, isHttpRequest, isOneShotRequest, isTimer } from './resource-types.js';
import { readOrigin, readTrace, type Trace } from './traces.js';
import type { Origin } from './user-frames.js';

/**
 * What is known about an asynchronous resource that user code started, directly or not. Without stacks, all
 * promises of an invocation share one.
 */
export interface Tracked {
  id: number;
  type: string;
  /** The invocation that started it; 0 for the module itself. */
  owner: number;
  startedAt: number;
  /** Undefined for promises and ticks: of them there are many, and nothing is ever asked of them. */
  resource: WeakRef<object> | undefined;
  /** Undefined where no stacks are taken. */
  trace: Trace | undefined;
  /** What was running when it was started: where to look for a line if its own stack has none of the user's. */
  cause: Tracked | undefined;
  /** Length of the chain of causes. */
  depth: number;
  hasRun: boolean;
  ranAfterEnd: boolean;
  /** Of a promise: whether anything waits for it. Known only together with stacks. */
  isAwaited: boolean;
}

/** Every resource carries what is known about it: what runs in its name belongs to the same invocation. */
const key = Symbol('leakfix');

type Carrier = Partial<Record<typeof key, Tracked | undefined>>;

export function mark(resource: object, tracked: Tracked | undefined): void {
  (resource as Carrier)[key] = tracked;
}

/** What is known about a resource; undefined for one that user code has nothing to do with. */
export function causeOf(resource: object): Tracked | undefined {
  return (resource as Carrier)[key];
}

/** The properties by which Node.js's own objects show what has become of them. */
interface Resource {
  hasRef?: () => boolean;
  getAsyncId?: () => number;
  _destroyed?: boolean;
  ondone?: unknown;
  fd?: number;
  req?: { destroyed: boolean; res?: { complete: boolean } | null };
}

/** What a socket that is about to be opened has for a descriptor. */
const NOT_YET_OPEN = -1;

/** Whether nothing is to come of it any more. What is collected as garbage can do nothing, either. */
export function isFinished({ id, type, resource: reference, hasRun }: Tracked): boolean {
  const resource = reference?.deref() as Resource | undefined;
  if (resource === undefined) return true;
  if (isTimer(type)) return resource._destroyed === true;
  if (isHttpRequest(type)) return resource.req?.destroyed === true || resource.req?.res?.complete === true;
  if (isCryptoJob(type) && resource.ondone === undefined) return true;
  if (isOneShotRequest(type)) return hasRun;
  return isClosed(id, resource);
}

/** A native handle that is gone has no id any more. That of a file stays, without a descriptor. */
function isClosed(id: number, resource: Resource): boolean {
  return resource.getAsyncId?.() !== id || (resource.fd !== undefined && resource.fd < NOT_YET_OPEN);
}

/** What is told about it. */
export function view(tracked: Tracked): ObservedResource {
  const { id, type, owner, startedAt } = tracked;
  const { frames, isInnermost } = framesOf(tracked);
  return { id, type, owner, startedAt, isRef: isRef(tracked), frames, isStartedByUser: isInnermost };
}

/** Whether it keeps the process alive; undefined where that can't be told. */
export function isRef({ resource }: Tracked): boolean | undefined {
  return (resource?.deref() as Resource | undefined)?.hasRef?.();
}

/** Which library made it, and at which line the user called; undefined when its stack tells neither. */
export function originOf({ trace }: Tracked): Origin | undefined {
  return trace === undefined ? undefined : readOrigin(trace);
}

/** The user's frames of the nearest cause that has any. */
function framesOf(tracked: Tracked): ReturnType<typeof readTrace> {
  for (let one: Tracked | undefined = tracked; one?.trace !== undefined; one = one.cause) {
    const found = readTrace(one.trace);
    if (found.frames.length > 0) return { ...found, isInnermost: found.isInnermost && one === tracked };
  }
  return { frames: [], isInnermost: false };
}
