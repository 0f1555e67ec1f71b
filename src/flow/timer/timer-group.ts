import * as t from '@babel/types';
import { type ChangeSet, changeSetOf, type TopLevelRequest } from '../../edit/change-set.js';
import type { FileEdits } from '../../edit/file-edits.js';
import { endOf, startOf, type SyntaxFile } from '../../syntax/syntax-file.js';
import { unwrap } from '../../syntax/unwrap.js';
import type { TransformContext } from '../../transform.js';
import { addFinally, wrapInTry } from '../finally-edits.js';
import { nameUsedOutside, placeOf, type StatementPlace } from '../statement-list.js';
import { hasCommentsBetween } from './await-in-place.js';
import { readsWhatChanges } from './changed-answer.js';
import { editsOf } from './clear-after-race.js';
import type { LooseTimer } from './loose-timer.js';
import { mayCallbackFail } from './may-fail.js';
import { awaitReturnedPromises } from './pending-answer.js';
import { needOfCallback, plainCall } from './plain-callback.js';
import { timerCallOf } from './timer-call.js';
import { doubtAbout, isBeforeAnswer } from './timer-fix.js';
import { timerPromise } from './timer-promise.js';

/** Timers that are started one behind the other, and can be waited for together: none of them can fail. */
export interface TimerGroup {
  readonly timers: readonly [LooseTimer, LooseTimer, ...LooseTimer[]];
  readonly place: StatementPlace;
  /** Index of the first one. */
  readonly first: number;
}

function timerIn({ file, fn }: LooseTimer, statement: t.Statement | undefined): LooseTimer | undefined {
  if (!t.isExpressionStatement(statement) || !t.isCallExpression(statement.expression)) return undefined;
  const timer = timerCallOf(file, statement.expression);
  return timer?.name === 'setTimeout' || timer?.name === 'setImmediate'
    ? { file, fn, statement, timer }
    : undefined;
}

function canBeGrouped(loose: LooseTimer): boolean {
  const { file, timer } = loose;
  return (
    needOfCallback(file, timer) === undefined &&
    !hasCommentsBetween(file, timer) &&
    !mayCallbackFail(loose) &&
    doubtAbout(loose, false) === undefined
  );
}

/** The group that a timer of an async function stands in; undefined where it stands alone. */
export function timerGroupOf(loose: LooseTimer): TimerGroup | undefined {
  const { file, fn, statement } = loose;
  const place = placeOf(file, statement);
  if (!place || place.owner !== fn.body) return undefined;
  const timerAt = (index: number): LooseTimer | undefined => {
    const timer = timerIn(loose, place.list[index]);
    return timer && canBeGrouped(timer) ? timer : undefined;
  };
  if (!timerAt(place.index)) return undefined;
  let first = place.index;
  while (timerAt(first - 1)) first -= 1;
  const timers: LooseTimer[] = [];
  for (let timer = timerAt(first); timer; timer = timerAt(first + timers.length)) timers.push(timer);
  const [one, two, ...others] = timers;
  if (!one || !two || areCommented(file, timers)) return undefined;
  const span = { place, first: first + timers.length, end: place.list.length };
  if (nameUsedOutside(file, place.list.slice(span.first, span.end))) return undefined;
  return { timers: [one, two, ...others], place, first };
}

/** Comments between the statements would stand between the elements of a list. */
function areCommented(file: SyntaxFile, timers: readonly LooseTimer[]): boolean {
  return timers.slice(1).some(({ statement }, index) => {
    const previous = timers[index]?.statement;
    return previous && file.commentsIn(endOf(previous), startOf(statement)).length > 0;
  });
}

/** One change for all the findings of a group. */
export class GroupFixes {
  readonly #byFirst = new Map<t.Statement, ChangeSet>();

  fixOf(context: TransformContext, group: TimerGroup): ChangeSet {
    const { statement } = group.timers[0];
    const fix = this.#byFirst.get(statement) ?? fixTimerGroup(context, group);
    this.#byFirst.set(statement, fix);
    return fix;
  }
}

/** Waits for all of them: right there where only the answer follows, else however the function ends. */
function fixTimerGroup(context: TransformContext, { timers, place, first }: TimerGroup): ChangeSet {
  const { file, fn } = timers[0];
  const { semicolon } = file.style;
  const edits = editsOf(file);
  const last = timers.at(-1) ?? timers[0];
  if (isBeforeAnswer(context, last) && !timers.some(readsWhatChanges)) {
    const topLevel = writeList(context, edits, timers, 'await Promise.all([', '])');
    return changeSetOf(file.path, edits.toEdits(), topLevel);
  }
  const name = file.freshName('timers');
  const topLevel = writeList(context, edits, timers, `const ${name} = [`, ']');
  const span = { place, first: first + timers.length, end: place.list.length };
  const release = [`await Promise.all(${name})${semicolon}`];
  awaitReturnedPromises(context, file, edits, fn, span);
  const [only, ...others] = place.list.slice(span.first);
  if (t.isTryStatement(only) && !only.finalizer && others.length === 0)
    addFinally(file, edits, only, release);
  else wrapInTry(file, edits, span, release);
  return changeSetOf(file.path, edits.toEdits(), topLevel);
}

/** The promises of the timers, one a line. */
function writeList(
  context: TransformContext,
  edits: FileEdits,
  timers: TimerGroup['timers'],
  opening: string,
  closing: string,
): readonly TopLevelRequest[] {
  const [{ file, statement: firstStatement }] = timers;
  const { indent, lineEnd, semicolon } = file.style;
  const outer = file.indentAt(startOf(firstStatement));
  return timers.flatMap(({ statement, timer }, index) => {
    const { promise, topLevel } = timerPromise(context, file, timer);
    const before = index === 0 ? opening + lineEnd + outer + indent : indent;
    const after = index === timers.length - 1 ? lineEnd + outer + closing + semicolon : '';
    const callback = unwrap(timer.callback);
    const called = plainCall(file, callback, timer.args);
    const start = `${before}${promise}.then(`;
    if (called !== undefined) {
      edits.replace(startOf(statement), endOf(statement), `${start}() => ${called.text}),${after}`);
    } else {
      edits.replace(startOf(statement), startOf(callback), start);
      edits.replace(endOf(callback), endOf(statement), `),${after}`);
      edits.reindent(startOf(callback), endOf(callback), 1);
    }
    return topLevel;
  });
}
