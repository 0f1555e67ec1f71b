import * as t from '@babel/types';
import { type ChangeSet, changeSetOf } from '../../edit/change-set.js';
import { FileEdits } from '../../edit/file-edits.js';
import { findLiteralRanges } from '../../syntax/literal-ranges.js';
import type { SyntaxFile } from '../../syntax/syntax-file.js';
import type { Reason, TransformContext } from '../../transform.js';
import { statementsAfter } from '../resource/statement-list.js';
import { awaitInPlace, hasCommentsBetween, isPlainCallback } from './await-in-place.js';
import { delayOf, type TimerCall } from './timer-call.js';
import { isQuietExpression, mayFail, namesChangedBy, namesSharedBy } from './timer-effects.js';
import { timerPromise } from './timer-promise.js';

/** A timer that nobody waits for, as a statement in an async function. */
export interface LooseTimer {
  readonly file: SyntaxFile;
  /** The function whose end is the answer. */
  readonly fn: t.Function;
  readonly statement: t.Statement;
  readonly timer: TimerCall;
}

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

function doubtAbout(loose: LooseTimer): Reason | undefined {
  const { file, timer } = loose;
  const places = [file.rangeOf(timer.call)];
  const name = changedAnswer(loose);
  if (name !== undefined)
    return {
      code: 'answer-changes',
      data: { what: `the timer changes \`${name}\`, which is part of it` },
      places,
    };
  if (isInRecoveringTry(loose) && mayFail(file, timer.callback))
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

/** Makes the timer end before the answer. */
export function fixTimer(context: TransformContext, loose: LooseTimer): TimerFix {
  const { file, fn, statement, timer } = loose;
  if (!isPlainCallback(file, timer)) return refusal(file, timer.callback, 'the callback needs its timer');
  if (hasCommentsBetween(file, timer))
    return refusal(file, timer.call, 'a comment stands between its arguments');
  if (!isBeforeAnswer(loose)) return refusal(file, statement, 'more than the answer follows');
  const { callee, topLevel } = timerPromise(context, file, timer);
  const edits = new FileEdits({
    text: file.text,
    indent: file.style.indent,
    literals: findLiteralRanges(file),
  });
  awaitInPlace(context, file, edits, fn, statement, timer, callee);
  const changeSet = changeSetOf(file.path, edits.toEdits(), topLevel);
  const reason = doubtAbout(loose);
  return reason ? { kind: 'unsafe', changeSet, reason } : { kind: 'safe', changeSet };
}
