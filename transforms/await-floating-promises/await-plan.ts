import type { InsertedAwait, Propagation } from '../../src/flow/async-propagation.js';
import type { FloatingPromise } from './floating-promise.js';
import type { Plan } from './merge-plans.js';

/** What is done about one promise, and what becomes async and awaited because of it. */
export interface AwaitPlan extends Plan<FloatingPromise> {
  readonly awaits: readonly InsertedAwait[];
  readonly handlers: Extract<Propagation, { ok: true }>['handlers'];
}
