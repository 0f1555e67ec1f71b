import * as t from '@babel/types';
import type { TextEdit } from '../../edit/text-edit.js';
import { endOf, startOf } from '../../syntax/syntax-file.js';
import type { TransformContext } from '../../transform.js';
import { asyncSignatureEdits } from '../async-signature.js';
import { findStop } from '../async-stop.js';
import { nameUsedOutside } from '../statement-list.js';
import { awaitAtExits, exitPlanOf } from './await-at-exits.js';
import { readsWhatHelperChanges } from './changed-answer.js';
import { editsOf } from './clear-after-race.js';
import type { FunctionCall } from './function-calls.js';
import type { LooseTimer } from './loose-timer.js';
import { mayCallbackFail } from './may-fail.js';
import type { StartedHere } from './started-here.js';

/** Nothing of the function can fail or be waited for before the timer runs. */
function isAllOfIt({ fn, statement }: LooseTimer): boolean {
  return t.isBlockStatement(fn.body) && fn.body.body.length === 1 && fn.body.body[0] === statement;
}

/** The call as work that its function starts; undefined unless it is a statement of an async handler. */
function startedCall(
  context: TransformContext,
  loose: LooseTimer,
  { file, fn, call }: FunctionCall,
): StartedHere | undefined {
  const statement = file.enclosingStatement(call);
  const isHandler = context.handlersIn(file).some((handler) => handler.fn === fn);
  if (!isHandler || !fn.async || !t.isExpressionStatement(statement) || statement.expression !== call)
    return undefined;
  if (readsWhatHelperChanges(loose, { file, fn, call })) return undefined;
  return {
    file,
    fn,
    statement,
    mayFail: mayCallbackFail(loose),
    write(edits, opening, closing) {
      edits.insert(startOf(statement), opening);
      edits.replace(endOf(call), endOf(statement), closing);
    },
  };
}

function exitEdits(context: TransformContext, started: StartedHere): readonly TextEdit[] | undefined {
  const { file } = started;
  const plan = exitPlanOf(started);
  if (!plan) return undefined;
  const { place, first, end } = plan.span;
  if (nameUsedOutside(file, place.list.slice(first, end))) return undefined;
  const edits = editsOf(file);
  awaitAtExits(context, edits, started, plan);
  return edits.toEdits();
}

/**
 * A function that is nothing but a timer becomes async, and the handlers that call it wait for it at their end: what
 * follows the calls runs when it did before.
 *
 * @returns undefined where it is called from elsewhere, or the answer may change with it.
 */
export function waitInCallers(
  context: TransformContext,
  loose: LooseTimer,
  calls: readonly FunctionCall[],
): ReadonlyMap<string, readonly TextEdit[]> | undefined {
  const { file, fn } = loose;
  if (!isAllOfIt(loose) || findStop(context, file, fn)) return undefined;
  const signature = asyncSignatureEdits(file, fn, { withKeyword: true });
  if (!signature.ok || new Set(calls.map((call) => call.fn)).size < calls.length) return undefined;
  const edits = new Map([[file.path, signature.edits]]);
  for (const call of calls) {
    const started = startedCall(context, loose, call);
    const own = started && exitEdits(context, started);
    if (!own) return undefined;
    edits.set(call.file.path, [...(edits.get(call.file.path) ?? []), ...own]);
  }
  return edits;
}
