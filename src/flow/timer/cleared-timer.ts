import * as t from '@babel/types';
import { type ChangeSet, changeSetOf } from '../../edit/change-set.js';
import { FileEdits } from '../../edit/file-edits.js';
import type { Binding } from '../../syntax/binding.js';
import { findLiteralRanges } from '../../syntax/literal-ranges.js';
import { endOf, startOf, type SyntaxFile } from '../../syntax/syntax-file.js';
import type { Reason, TransformContext } from '../../transform.js';
import { addFinally, removeStatement, type StatementSpan, wrapInTry } from '../finally-edits.js';
import { isInFinalizer } from '../finalizer.js';
import { nameUsedOutside, placeOf, statementsAfter } from '../statement-list.js';
import { awaitReturnedPromises } from './await-at-exits.js';
import type { RaceTimer } from './race-timer.js';
import { clearingCalls } from './timer-call.js';
import { isQuietExpression } from './timer-effects.js';

/** The enclosing `try` of the function that has no `finally` yet. */
function openTryAround(file: SyntaxFile, fn: t.Function, node: t.Node): t.TryStatement | undefined {
  for (const ancestor of file.ancestors(node)) {
    if (ancestor === fn) return undefined;
    if (t.isTryStatement(ancestor) && !ancestor.finalizer && file.contains(ancestor.block, node))
      return ancestor;
  }
  return undefined;
}

function notConvertible(file: SyntaxFile, what: string, place: t.Node): Reason {
  return { code: 'not-convertible', data: { what }, places: [file.rangeOf(place)] };
}

function newEdits(file: SyntaxFile): FileEdits {
  return new FileEdits({ text: file.text, indent: file.style.indent, literals: findLiteralRanges(file) });
}

/** The timer that loses a race gets a name, and is cleared when the race is over. */
export function clearAfterRace(context: TransformContext, race: RaceTimer): ChangeSet | Reason {
  const { file, fn, statement, call } = race;
  const place = placeOf(file, statement);
  if (!place) return notConvertible(file, 'the race stands alone in a branch', statement);
  const span = { place, first: place.index, end: place.list.length };
  const outer = openTryAround(file, fn, statement);
  const name = nameUsedOutside(file, place.list.slice(place.index));
  if (!outer && name)
    return notConvertible(file, `\`${name.name}\` is used outside the block that would hold it`, name);
  const { semicolon } = file.style;
  const timer = file.freshName('timer');
  const type = /\.[cm]?tsx?$/.test(file.path) ? ': NodeJS.Timeout | undefined' : '';
  const head = [`let ${timer}${type}${semicolon}`];
  const release = [`clearTimeout(${timer})${semicolon}`];
  const edits = newEdits(file);
  const isBody = t.isArrowFunctionExpression(file.parentOf(call));
  edits.insert(startOf(call), `${isBody ? '{ ' : ''}${timer} = `);
  if (isBody) edits.insert(endOf(call), `${semicolon} }`);
  awaitReturnedPromises(context, file, edits, fn, span);
  if (outer) addFinally(file, edits, outer, release, head);
  else wrapInTry(file, edits, span, release, head);
  return changeSetOf(file.path, edits.toEdits());
}

/** A timer that is cleared, but not when something fails before. */
export interface ClearedTimer {
  readonly file: SyntaxFile;
  readonly fn: t.Function;
  readonly binding: Binding;
  /** The statement of the function that starts it. */
  readonly starting: t.Statement;
  readonly clearing: t.ExpressionStatement;
}

function hasWorkBetween({ file, starting, clearing }: ClearedTimer): boolean {
  const work = [
    ...file.nodes('CallExpression'),
    ...file.nodes('NewExpression'),
    ...file.nodes('AwaitExpression'),
    ...file.nodes('ThrowStatement'),
    ...file.nodes('ReturnStatement'),
  ];
  return work.some(
    (node) =>
      startOf(node) >= startOf(starting) &&
      endOf(node) <= startOf(clearing) &&
      !t.isCallExpression(file.parentOf(node)) &&
      startOf(node) > endOf(starting),
  );
}

/**
 * The one statement that clears a timer of this name, in the function that starts it.
 *
 * @returns undefined where the timer is cleared on every path, or in ways that are not looked into: by its own callback,
 * in a listener, in several places.
 */
export function clearedTimerOf(
  file: SyntaxFile,
  fn: t.Function,
  binding: Binding,
  starting: t.Statement,
): ClearedTimer | undefined {
  const [call, ...others] = clearingCalls(file, binding);
  if (!call || others.length > 0 || file.enclosingFunction(call) !== fn || isInFinalizer(file, call, fn))
    return undefined;
  const clearing = file.parentOf(call);
  if (!t.isExpressionStatement(clearing) || file.parentOf(clearing) !== file.parentOf(starting))
    return undefined;
  if (startOf(clearing) < endOf(starting)) return undefined;
  const timer = { file, fn, binding, starting, clearing };
  return hasWorkBetween(timer) ? timer : undefined;
}

/** Clears it however the function ends, and still no later than before. */
export function clearInFinally(context: TransformContext, timer: ClearedTimer): ChangeSet | Reason {
  const { file, fn, binding, starting, clearing } = timer;
  const place = placeOf(file, starting);
  if (!place) return notConvertible(file, 'the timer is started alone in a branch', starting);
  const declares = file.contains(starting, binding.identifier);
  const first = place.index + (declares ? 1 : 0);
  const clearingIndex = place.list.indexOf(clearing);
  const isLast = statementsAfter(file, clearing, fn).every(
    (next) => t.isReturnStatement(next) && isQuietExpression(file, next.argument),
  );
  const isNarrow = !isLast && !nameUsedOutside(file, place.list.slice(first, clearingIndex));
  const span: StatementSpan = { place, first, end: isNarrow ? clearingIndex : place.list.length };
  const name = nameUsedOutside(file, place.list.slice(span.first, span.end));
  if (name)
    return notConvertible(file, `\`${name.name}\` is used outside the block that would hold it`, name);
  const edits = newEdits(file);
  // Behind more work the timer is cleared where it was as well: it must not fire later than before.
  if (isLast || isNarrow) removeStatement(file, edits, clearing, []);
  // What was returned before it was cleared had the timer beside it until it was settled.
  awaitReturnedPromises(context, file, edits, fn, { ...span, end: clearingIndex });
  wrapInTry(file, edits, span, [file.slice(clearing)]);
  return changeSetOf(file.path, edits.toEdits());
}
