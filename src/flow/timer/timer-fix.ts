import * as t from '@babel/types';
import { type ChangeSet, changeSetOf } from '../../edit/change-set.js';
import { FileEdits } from '../../edit/file-edits.js';
import { findLiteralRanges } from '../../syntax/literal-ranges.js';
import type { SyntaxFile } from '../../syntax/syntax-file.js';
import type { Reason, TransformContext } from '../../transform.js';
import { nameUsedOutside, statementsAfter } from '../statement-list.js';
import { awaitAtExits, exitPlanOf } from './await-at-exits.js';
import { awaitInPlace, hasCommentsBetween } from './await-in-place.js';
import type { LooseTimer } from './loose-timer.js';
import { isPlainCallback } from './plain-callback.js';
import { delayOf } from './timer-call.js';
import { isQuietExpression, mayFail, namesChangedBy, namesSharedBy } from './timer-effects.js';
import { timerPromise } from './timer-promise.js';

export type TimerFix =
  | { readonly kind: 'safe'; readonly changeSet: ChangeSet }
  | { readonly kind: 'unsafe'; readonly changeSet: ChangeSet; readonly reason: Reason }
  | { readonly kind: 'refusal'; readonly reason: Reason };

/** A function's timeout is 3 seconds unless it is configured: an answer that waits longer may never come. */
const LONGEST_WAIT_MS = 3000;

function isAnswer(file: SyntaxFile, statement: t.Statement): boolean {
  if (t.isFunctionDeclaration(statement)) return true;
  return t.isReturnStatement(statement) && isQuietExpression(file, statement.argument);
}

/** Nothing but the answer comes behind the statement. */
function isBeforeAnswer({ file, fn, statement }: LooseTimer): boolean {
  if (file.enclosingFunction(statement) !== fn) return false;
  return statementsAfter(file, statement, fn).every((next) => isAnswer(file, next));
}

/** The answer is made before the callback runs, and sent; afterwards it would be made, or sent, behind it. */
function changedAnswer({ file, fn, timer }: LooseTimer): string | undefined {
  const changed = namesChangedBy(file, timer.callback);
  const answers = file.nodes('ReturnStatement').filter((node) => file.enclosingFunction(node) === fn);
  for (const { argument } of answers) {
    const shared = argument && namesSharedBy(file, argument).find(({ name }) => changed.has(name));
    if (shared) return shared.name;
  }
  return undefined;
}

function isInRecoveringTry({ file, fn, statement }: LooseTimer): boolean {
  for (const ancestor of file.ancestors(statement)) {
    if (ancestor === fn) return false;
    if (t.isTryStatement(ancestor) && ancestor.handler && file.contains(ancestor.block, statement))
      return true;
  }
  return false;
}

function doubtAbout(loose: LooseTimer, isInPlace: boolean): Reason | undefined {
  const { file, timer } = loose;
  const places = [file.rangeOf(timer.call)];
  const name = changedAnswer(loose);
  if (name !== undefined)
    return {
      code: 'answer-changes',
      data: { what: `the timer changes \`${name}\`, which is part of it` },
      places,
    };
  if (isInPlace && isInRecoveringTry(loose) && mayFail(file, timer.callback))
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
  if (!isPlainCallback(file, timer)) return refusal(file, timer.callback, 'the callback needs its timer');
  if (hasCommentsBetween(file, timer))
    return refusal(file, timer.call, 'a comment stands between its arguments');
  const isInPlace = isBeforeAnswer(loose);
  const plan = isInPlace ? undefined : exitPlanOf(loose);
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
  if (plan) awaitAtExits(context, edits, loose, plan, promise);
  else awaitInPlace(context, edits, loose, promise);
  const changeSet = changeSetOf(file.path, edits.toEdits(), topLevel);
  const reason = doubtAbout(loose, isInPlace);
  return reason ? { kind: 'unsafe', changeSet, reason } : { kind: 'safe', changeSet };
}
