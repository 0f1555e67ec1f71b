import * as t from '@babel/types';
import { changeSetOf, type ChangeSet } from '../../src/edit/change-set.js';
import { findOverlap } from '../../src/edit/text-edit.js';
import { propagateAsync } from '../../src/flow/async-propagation.js';
import { toDirectStyleAlone } from '../../src/flow/direct-style/direct-style.js';
import { describeFunction } from '../../src/syntax/function-name.js';
import type { SyntaxFile } from '../../src/syntax/syntax-file.js';
import type { Finding, Reason, TransformContext } from '../../src/transform.js';
import { changedOrder } from './changed-order.js';
import { crashBecomesFailure, mayCrashInCallback } from './crash-becomes-failure.js';
import { knownCallsOf, passesFailureOn } from './known-calls.js';

type Outcome = Finding['outcome'];

function refused(reason: Reason): Outcome {
  return { kind: 'refusal', reason };
}

function outcomeOf(changeSet: ChangeSet, doubts: readonly (Reason | undefined)[]): Outcome {
  const reason = doubts.find((doubt) => doubt !== undefined);
  return reason ? { kind: 'unsafe', changeSet, reason } : { kind: 'safe', changeSet };
}

/** Does anything in the project call the function, so that its promise is waited for? */
function isCalled(context: TransformContext, file: SyntaxFile, fn: t.Function): boolean {
  const usage = context.types.usageOf(file.rangeOf(fn));
  return usage.is === 'yes' && usage.value.references.some(({ kind }) => kind !== 'mention');
}

/** Awaits the call, and writes its callback's body behind it. A function that isn't async becomes so, with its callers. */
export function awaitCall(
  context: TransformContext,
  file: SyntaxFile,
  fn: t.Function,
  call: t.CallExpression,
): Outcome {
  const result = toDirectStyleAlone(context, file, fn, { call });
  if ('refusal' in result) return refused(result.refusal);
  const { edits, topLevel, awaited } = result.direct;
  const recovering = knownCallsOf(context, file, fn)?.find((use) => !passesFailureOn(use));
  const mayCrash = recovering !== undefined && mayCrashInCallback(file, fn, awaited);
  const doubt =
    result.direct.doubt ?? (mayCrash ? crashBecomesFailure(recovering.file, recovering.call) : undefined);
  if (fn.async) {
    const order = changedOrder(context, file, fn, result.direct.resumed);
    return outcomeOf(changeSetOf(file.path, edits, topLevel), [doubt, order]);
  }
  if (!isCalled(context, file, fn))
    return refused({
      code: 'callers-unknown',
      data: { name: describeFunction(file, fn) },
      places: [file.rangeOf(fn)],
    });
  const propagation = propagateAsync(context, [{ file, node: fn }]);
  if (!propagation.ok) return refused(propagation.reason);
  const merged = new Map(propagation.edits);
  merged.set(file.path, [...(merged.get(file.path) ?? []), ...edits]);
  if (findOverlap(merged.get(file.path) ?? []))
    return refused({
      code: 'not-convertible',
      data: { what: `${describeFunction(file, fn)} calls itself in what would be rewritten` },
      places: [file.rangeOf(fn)],
    });
  const changeSet: ChangeSet = { edits: merged, topLevel: new Map([[file.path, topLevel]]) };
  return outcomeOf(changeSet, [doubt, ...propagation.concerns]);
}
