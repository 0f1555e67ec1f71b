import type { TextEdit } from '../../src/edit/text-edit.js';
import { type InsertedAwait, propagateAsync, type Propagation } from '../../src/flow/async-propagation.js';
import { awaitContextOf } from '../../src/flow/await-context.js';
import { findSharedStateHazard } from '../../src/flow/shared-state.js';
import type { Finding, Reason, TransformContext } from '../../src/transform.js';
import type * as t from '@babel/types';
import { awaitEdits } from './await-edits.js';
import { findAwaitObstacle } from './await-obstacle.js';
import type { FloatingStatement } from './floating-statements.js';
import { mergePlans, type Plan } from './merge-plans.js';

type Outcome = Finding['outcome'];

/** What to do about each statement that drops a promise. Fixes that touch the same function are one change set. */
export function settleStatements(
  context: TransformContext,
  statements: readonly FloatingStatement[],
): ReadonlyMap<FloatingStatement, Outcome> {
  const outcomes = new Map<FloatingStatement, Outcome>();
  const plans: Plan<FloatingStatement>[] = [];
  const propagate = rememberPropagations(context);
  for (const statement of statements) {
    const result = planStatement(context, statement, propagate);
    if ('plan' in result) plans.push(result.plan);
    else outcomes.set(statement, { kind: 'refusal', reason: result.reason });
  }
  for (const [statement, outcome] of mergePlans(plans)) outcomes.set(statement, outcome);
  return outcomes;
}

const NOTHING: Propagation = { ok: true, edits: new Map(), awaits: [], concerns: [] };

type Propagate = (statement: FloatingStatement, fn: t.Function) => Propagation;

/** Several statements of one function need the same change of its callers. */
function rememberPropagations(context: TransformContext): Propagate {
  const known = new Map<t.Function, Propagation>();
  return ({ file }, fn) => {
    const propagation = known.get(fn) ?? propagateAsync(context, [{ file, node: fn }]);
    known.set(fn, propagation);
    return propagation;
  };
}

function planStatement(
  context: TransformContext,
  statement: FloatingStatement,
  propagate: Propagate,
): { plan: Plan<FloatingStatement> } | { reason: Reason } {
  const obstacle = findAwaitObstacle(context, statement);
  if (obstacle) return { reason: obstacle };
  const { file, expression } = statement;
  const where = awaitContextOf(file, expression);
  const propagation: Propagation = where.kind === 'sync' ? propagate(statement, where.fn) : NOTHING;
  if (!propagation.ok) return { reason: propagation.reason };
  const concern = propagation.concerns[0] ?? findConcern([{ file, node: expression }, ...propagation.awaits]);
  return {
    plan: {
      subject: statement,
      edits: addEdits(propagation.edits, file.path, awaitEdits(statement)),
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
