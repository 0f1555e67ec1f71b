import * as t from '@babel/types';
import { type ChangeSet, changeSetOf } from '../../edit/change-set.js';
import { FileEdits } from '../../edit/file-edits.js';
import { findLiteralRanges } from '../../syntax/literal-ranges.js';
import type { SyntaxFile } from '../../syntax/syntax-file.js';
import { memberName } from '../../syntax/unwrap.js';
import type { Reason, TransformContext } from '../../transform.js';
import { nameUsedOutside, statementsAfter } from '../statement-list.js';
import { awaitAtExits, exitPlanOf } from './await-at-exits.js';
import { mayBePending } from './pending-answer.js';
import { startedTimer } from './started-here.js';
import { changedInAnswer, readsWhatChanges } from './changed-answer.js';
import { awaitInPlace, hasCommentsBetween } from './await-in-place.js';
import type { LooseTimer } from './loose-timer.js';
import { needOfCallback } from './plain-callback.js';
import { delayOf } from './timer-call.js';
import { mayCallbackFail } from './may-fail.js';
import { isQuietExpression } from './timer-effects.js';
import { timerPromise } from './timer-promise.js';

export type TimerFix =
  | { readonly kind: 'safe'; readonly changeSet: ChangeSet }
  | { readonly kind: 'unsafe'; readonly changeSet: ChangeSet; readonly reason: Reason }
  | { readonly kind: 'refusal'; readonly reason: Reason };

/**
 * A function's timeout is 3 seconds unless it is configured, and its own work takes some of them: an answer that waits
 * longer than this may never come.
 */
const LONGEST_WAIT_MS = 1000;

function isAnswer(file: SyntaxFile, statement: t.Statement): boolean {
  if (t.isFunctionDeclaration(statement)) return true;
  return t.isReturnStatement(statement) && isQuietExpression(file, statement.argument);
}

/** Nothing but the answer comes behind the statement, and it is the same answer behind the callback. */
export function isBeforeAnswer(context: TransformContext, loose: LooseTimer): boolean {
  const { file, fn, statement } = loose;
  if (file.enclosingFunction(statement) !== fn) return false;
  const after = statementsAfter(file, statement, fn);
  const isPending = (next: t.Statement): boolean =>
    t.isReturnStatement(next) && next.argument != null && mayBePending(context, file, next.argument);
  return after.every((next) => isAnswer(file, next) && !isPending(next)) && !readsWhatChanges(loose);
}

/** `catch (error) { failures.push(error); throw error; }` */
function onlyNotesFailure({ param, body: { body } }: t.CatchClause): boolean {
  const rethrow = body.at(-1);
  const isParameter = (node: t.Node | null | undefined): boolean =>
    t.isIdentifier(param) && t.isIdentifier(node, { name: param.name });
  const isNote = (statement: t.Statement): boolean =>
    t.isExpressionStatement(statement) &&
    t.isCallExpression(statement.expression) &&
    t.isMemberExpression(statement.expression.callee) &&
    memberName(statement.expression.callee) === 'push' &&
    statement.expression.arguments.every(isParameter);
  return t.isThrowStatement(rethrow) && isParameter(rethrow.argument) && body.slice(0, -1).every(isNote);
}

function isInRecoveringTry({ file, fn, statement }: LooseTimer): boolean {
  for (const ancestor of file.ancestors(statement)) {
    if (ancestor === fn) return false;
    const isCaught = t.isTryStatement(ancestor) && file.contains(ancestor.block, statement);
    if (isCaught && ancestor.handler && !onlyNotesFailure(ancestor.handler)) return true;
  }
  return false;
}

/** What would be different for some event, when the answer waits for the timer. */
export function doubtAbout(loose: LooseTimer, isInPlace: boolean): Reason | undefined {
  const { file, timer } = loose;
  const places = [file.rangeOf(timer.call)];
  const name = changedInAnswer(loose);
  if (name !== undefined)
    return {
      code: 'answer-changes',
      data: { what: `the timer changes \`${name}\`, which is part of it` },
      places,
    };
  if (isInPlace && isInRecoveringTry(loose) && mayCallbackFail(loose))
    return { code: 'answer-changes', data: { what: 'a failure in the timer would be caught here' }, places };
  const delay = delayOf(file, timer);
  if (delay === undefined || delay > LONGEST_WAIT_MS) {
    const what = delay === undefined ? 'as long as the timer' : `${String(delay)} ms`;
    return { code: 'answer-delayed', data: { what }, places };
  }
  return undefined;
}

function refusal(file: SyntaxFile, place: t.Node, what: string): TimerFix {
  return {
    kind: 'refusal',
    reason: { code: 'not-convertible', data: { what }, places: [file.rangeOf(place)] },
  };
}

/** Makes the timer end before the answer: in its place where only the answer follows, else at every exit. */
export function fixTimer(context: TransformContext, loose: LooseTimer): TimerFix {
  const { file, timer } = loose;
  const need = needOfCallback(file, timer);
  if (need !== undefined) return refusal(file, timer.callback, need);
  if (hasCommentsBetween(file, timer))
    return refusal(file, timer.call, 'a comment stands between its arguments');
  const isInPlace = isBeforeAnswer(context, loose);
  const plan = isInPlace ? undefined : exitPlanOf(loose, loose.guard === undefined);
  if (!isInPlace) {
    if (!plan) return refusal(file, loose.statement, 'the function has no statements');
    const { list } = plan.span.place;
    const name = nameUsedOutside(file, list.slice(plan.span.first, plan.span.end));
    if (name) return refusal(file, name, `\`${name.name}\` is used outside the block that would hold it`);
  }
  const { promise, topLevel } = timerPromise(context, file, timer);
  const edits = new FileEdits({
    text: file.text,
    indent: file.style.indent,
    literals: findLiteralRanges(file),
  });
  if (plan) awaitAtExits(context, edits, startedTimer(loose, promise), plan);
  else awaitInPlace(context, edits, loose, promise);
  const changeSet = changeSetOf(file.path, edits.toEdits(), topLevel);
  const reason = doubtAbout(loose, isInPlace);
  return reason ? { kind: 'unsafe', changeSet, reason } : { kind: 'safe', changeSet };
}
