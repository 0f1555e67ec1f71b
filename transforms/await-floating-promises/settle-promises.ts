import type { TextEdit } from '../../src/edit/text-edit.js';
import { type InsertedAwait, propagateAsync, type Propagation } from '../../src/flow/async-propagation.js';
import { awaitContextOf } from '../../src/flow/await-context.js';
import { findSharedStateHazard } from '../../src/flow/shared-state.js';
import type { Finding, Reason, TransformContext } from '../../src/transform.js';
import type * as t from '@babel/types';
import { findAwaitObstacle } from './await-obstacle.js';
import type { FloatingPromise } from './floating-promise.js';
import { mergePlans, type Plan } from './merge-plans.js';

type Outcome = Finding['outcome'];

/** What to do about each promise that nobody waits for. Fixes that touch the same function are one change set. */
export function settlePromises(
  context: TransformContext,
  promises: readonly FloatingPromise[],
): ReadonlyMap<FloatingPromise, Outcome> {
  const outcomes = new Map<FloatingPromise, Outcome>();
  const plans: Plan<FloatingPromise>[] = [];
  const propagate = rememberPropagations(context);
  for (const promise of promises) {
    const result = planPromise(context, promise, propagate);
    if ('plan' in result) plans.push(result.plan);
    else outcomes.set(promise, { kind: 'refusal', reason: result.reason });
  }
  for (const [promise, outcome] of mergePlans(plans)) outcomes.set(promise, outcome);
  return outcomes;
}

const NOTHING: Propagation = { ok: true, edits: new Map(), awaits: [], concerns: [] };

type Propagate = (promise: FloatingPromise, fn: t.Function) => Propagation;

/** Several promises in one function need the same change of its callers. */
function rememberPropagations(context: TransformContext): Propagate {
  const known = new Map<t.Function, Propagation>();
  return ({ file }, fn) => {
    const propagation = known.get(fn) ?? propagateAsync(context, [{ file, node: fn }]);
    known.set(fn, propagation);
    return propagation;
  };
}

function planPromise(
  context: TransformContext,
  promise: FloatingPromise,
  propagate: Propagate,
): { plan: Plan<FloatingPromise> } | { reason: Reason } {
  const obstacle = findAwaitObstacle(context, promise);
  if (obstacle) return { reason: obstacle };
  const { file, expression, mend } = promise;
  if (mend.kind === 'refuse') return { reason: mend.reason };
  const where = awaitContextOf(file, expression);
  const propagation: Propagation = where.kind === 'sync' ? propagate(promise, where.fn) : NOTHING;
  if (!propagation.ok) return { reason: propagation.reason };
  const concern =
    mend.concern ??
    propagation.concerns[0] ??
    findConcern([{ file, node: expression }, ...propagation.awaits]);
  return {
    plan: {
      subject: promise,
      edits: addEdits(propagation.edits, file.path, mend.edits),
      ...(concern && { concern }),
    },
  };
}

function addEdits(
  edits: ReadonlyMap<string, readonly TextEdit[]>,
  file: string,
  more: readonly TextEdit[],
): ReadonlyMap<string, readonly TextEdit[]> {
  return new Map([...edits, [file, [...(edits.get(file) ?? []), ...more]]]);
}

/** An `await` between a read and a write of module state lets another call come between them. */
function findConcern(awaits: readonly InsertedAwait[]): Reason | undefined {
  for (const { file, node } of awaits) {
    const fn = file.enclosingFunction(node);
    const hazard = fn && findSharedStateHazard(file, fn, node);
    if (hazard)
      return {
        code: 'shared-state',
        data: { name: hazard.name },
        places: [file.rangeOf(hazard.read), file.rangeOf(hazard.write)],
      };
  }
  return undefined;
}
