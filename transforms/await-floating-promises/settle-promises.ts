import * as t from '@babel/types';
import type { TextEdit } from '../../src/edit/text-edit.js';
import { type InsertedAwait, propagateAsync, type Propagation } from '../../src/flow/async-propagation.js';
import { awaitContextOf } from '../../src/flow/await-context.js';
import { signOfBrowser } from '../../src/flow/browser-code.js';
import { calledFunction } from '../../src/flow/called-function.js';
import { findSharedStateHazard } from '../../src/flow/shared-state.js';
import type { Finding, Reason, TransformContext } from '../../src/transform.js';
import type { AwaitPlan } from './await-plan.js';
import { findAwaitObstacle } from './await-obstacle.js';
import type { FloatingPromise } from './floating-promise.js';
import { mergePlans } from './merge-plans.js';
import type { OnHandlerPath } from './on-handler-path.js';
import { withholdWorkLeftBehind } from './work-left-behind.js';

type Outcome = Finding['outcome'];

/** What to do about each promise that nobody waits for. Fixes that touch the same function are one change set. */
export function settlePromises(
  context: TransformContext,
  promises: readonly FloatingPromise[],
  isOnHandlerPath: OnHandlerPath,
): ReadonlyMap<FloatingPromise, Outcome> {
  const outcomes = new Map<FloatingPromise, Outcome>();
  const plans: AwaitPlan[] = [];
  const propagate = rememberPropagations(context);
  for (const promise of promises) {
    const result = planPromise(context, promise, propagate);
    if ('plan' in result) plans.push(withholdInBrowser(result.plan, isOnHandlerPath));
    else outcomes.set(promise, { kind: 'refusal', reason: result.reason });
  }
  for (const [promise, outcome] of mergePlans(withholdWorkLeftBehind(context, plans)))
    outcomes.set(promise, outcome);
  return outcomes;
}

const NOTHING: Extract<Propagation, { ok: true }> = {
  ok: true,
  edits: new Map(),
  awaits: [],
  handlers: [],
  concerns: [],
};

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
): { plan: AwaitPlan } | { reason: Reason } {
  const obstacle = findAwaitObstacle(context, promise);
  if (obstacle) return { reason: obstacle };
  const { file, expression, mend } = promise;
  if (mend.kind === 'refuse') return { reason: mend.reason };
  const where = awaitContextOf(file, expression);
  const isNew = mend.kind === 'await' && where.kind === 'sync';
  const propagation: Propagation = isNew ? propagate(promise, where.fn) : NOTHING;
  if (!propagation.ok) return { reason: propagation.reason };
  const awaits = [...(mend.kind === 'await' ? [{ file, node: expression }] : []), ...propagation.awaits];
  const concern = mend.concern ?? propagation.concerns[0] ?? findConcern(context, awaits);
  return {
    plan: {
      subject: promise,
      edits: addEdits(propagation.edits, file.path, mend.edits),
      awaits,
      handlers: propagation.handlers,
      ...(concern && { concern }),
    },
  };
}

/** Where a browser runs, nothing is cut off and no container keeps what was left behind. */
function withholdInBrowser(plan: AwaitPlan, isOnHandlerPath: OnHandlerPath): AwaitPlan {
  const { file, expression } = plan.subject;
  const sign = plan.concern ? undefined : signOfBrowser(file);
  if (!sign || isOnHandlerPath(file, expression)) return plan;
  const what = file.slice(sign).split('\n')[0] ?? '';
  return { ...plan, concern: { code: 'browser-code', data: { what }, places: [file.rangeOf(sign)] } };
}

function addEdits(
  edits: ReadonlyMap<string, readonly TextEdit[]>,
  file: string,
  more: readonly TextEdit[],
): ReadonlyMap<string, readonly TextEdit[]> {
  return new Map([...edits, [file, [...(edits.get(file) ?? []), ...more]]]);
}

/** An `await` between a read and a write of module state lets another call come between them. */
function findConcern(context: TransformContext, awaits: readonly InsertedAwait[]): Reason | undefined {
  const waiting = new Set(awaits.map(({ file, node }) => file.enclosingFunction(node)));
  for (const { file, node: at } of awaits) {
    const fn = file.enclosingFunction(at);
    const called = isCall(at) ? calledFunction(context, file, at) : undefined;
    const callee = called && waiting.has(called.fn) ? called : undefined;
    const hazard = fn && findSharedStateHazard({ file, fn, at, callee });
    if (hazard)
      return { code: 'shared-state', data: { name: hazard.name }, places: [hazard.read, hazard.write] };
  }
  return undefined;
}

function isCall(node: t.Node): node is t.CallExpression | t.OptionalCallExpression {
  return t.isCallExpression(node) || t.isOptionalCallExpression(node);
}
