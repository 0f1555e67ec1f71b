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
import { awaitReturnedPromises } from './pending-answer.js';
import { clearingCalls } from './timer-handle.js';
import { isQuietExpression } from './timer-effects.js';

function notConvertible(file: SyntaxFile, what: string, place: t.Node): Reason {
  return { code: 'not-convertible', data: { what }, places: [file.rangeOf(place)] };
}

/** A timer that is cleared, but not when something fails before. */
export interface ClearedTimer {
  readonly file: SyntaxFile;
  readonly fn: t.Function;
  readonly binding: Binding;
  /** The statement of the function that starts it. */
  readonly starting: t.Statement;
  /** Statements of the function that clear it, in order; the last one stands beside `starting`. */
  readonly clearing: readonly t.ExpressionStatement[];
}

/** How a timer with a name is cleared. */
export type Clearing =
  /** By nothing. */
  | { readonly kind: 'never' }
  /** Whatever happens, or in ways that are not looked into: by its own callback, in a listener. */
  | { readonly kind: 'always' }
  /** On every way through the function, but not when something fails before. */
  | { readonly kind: 'unless-it-fails'; readonly timer: ClearedTimer }
  /** On some ways through the function; on the others it is left to run. */
  | { readonly kind: 'sometimes'; readonly calls: readonly t.CallExpression[] };

/** Is something done before it is cleared that may fail, or that leaves the function? */
function hasWorkBefore(
  file: SyntaxFile,
  starting: t.Statement,
  clearing: readonly t.ExpressionStatement[],
): boolean {
  const isCleared = (node: t.Node): boolean =>
    clearing.some((done) => file.contains(done, node) || file.parentOf(done) === file.parentOf(node));
  const exits = [...file.nodes('ThrowStatement'), ...file.nodes('ReturnStatement')];
  const work = [
    ...file.nodes('CallExpression'),
    ...file.nodes('NewExpression'),
    ...file.nodes('AwaitExpression'),
    ...exits.filter((exit) => !isCleared(exit)),
  ];
  const end = Math.max(...clearing.map(startOf));
  return work.some((node) => startOf(node) > endOf(starting) && startOf(node) < end && !isCleared(node));
}

/** The statement is not in a branch of its own, or in one that leaves the function. */
function isOnItsWayOut(file: SyntaxFile, statement: t.Statement, starting: t.Statement): boolean {
  if (file.parentOf(statement) === file.parentOf(starting)) return true;
  const place = placeOf(file, statement);
  const last = place?.list.at(-1);
  const isBranch = t.isIfStatement(place && file.parentOf(place.owner));
  return isBranch && (t.isReturnStatement(last) || t.isThrowStatement(last));
}

/** `try { …; clearTimeout(t); } catch { clearTimeout(t); }` */
function isInCatch(file: SyntaxFile, call: t.Node, fn: t.Function): boolean {
  for (const ancestor of file.ancestors(call)) {
    if (ancestor === fn) return false;
    if (t.isCatchClause(ancestor)) return true;
  }
  return false;
}

/**
 * How the timer of this name is cleared.
 *
 * @param fn the function that has the name
 * @param starting the statement of it that starts the timer
 */
export function clearingOf(
  file: SyntaxFile,
  fn: t.Function,
  binding: Binding,
  starting: t.Statement,
): Clearing {
  const calls = clearingCalls(file, binding);
  if (calls.length === 0) return { kind: 'never' };
  const isElsewhere = (call: t.Node): boolean =>
    file.enclosingFunction(call) !== fn || isInFinalizer(file, call, fn) || isInCatch(file, call, fn);
  const statements = calls.map((call) => file.parentOf(call));
  if (calls.some(isElsewhere) || !statements.every((node) => t.isExpressionStatement(node)))
    return { kind: 'always' };
  const clearing = statements.filter((node) => startOf(node) > endOf(starting));
  const last = clearing.at(-1);
  if (clearing.length < calls.length || !last) return { kind: 'always' };
  if (
    file.parentOf(last) !== file.parentOf(starting) ||
    !clearing.every((node) => isOnItsWayOut(file, node, starting))
  )
    return { kind: 'sometimes', calls };
  return hasWorkBefore(file, starting, clearing)
    ? { kind: 'unless-it-fails', timer: { file, fn, binding, starting, clearing } }
    : { kind: 'always' };
}

/** Nothing but the answer follows. */
function isBeforeAnswer(file: SyntaxFile, statement: t.Statement, fn: t.Function): boolean {
  return statementsAfter(file, statement, fn).every(
    (next) => t.isReturnStatement(next) && isQuietExpression(file, next.argument),
  );
}

/** The `try` that the timer is started in, when its name is declared outside and its `finally` is not taken. */
function tryToExtend({ file, binding, starting }: ClearedTimer): t.TryStatement | undefined {
  const block = file.parentOf(starting);
  const around = block && file.parentOf(block);
  const isOpen = t.isTryStatement(around) && around.block === block && !around.finalizer;
  return isOpen && !file.contains(around, binding.identifier) ? around : undefined;
}

/** Clears it however the function ends, and still no later than before. */
export function clearInFinally(context: TransformContext, timer: ClearedTimer): ChangeSet | Reason {
  const { file, fn, binding, starting, clearing } = timer;
  const place = placeOf(file, starting);
  const last = clearing.at(-1);
  if (!place || !last) return notConvertible(file, 'the timer is started alone in a branch', starting);
  const declares = file.contains(starting, binding.identifier);
  const first = place.index + (declares ? 1 : 0);
  const clearingIndex = place.list.indexOf(last);
  const outer = tryToExtend(timer);
  const isNarrow =
    clearing.length === 1 &&
    !outer &&
    !isBeforeAnswer(file, last, fn) &&
    !nameUsedOutside(file, place.list.slice(first, clearingIndex));
  const span: StatementSpan = { place, first, end: isNarrow ? clearingIndex : place.list.length };
  const name = outer ? undefined : nameUsedOutside(file, place.list.slice(span.first, span.end));
  if (name)
    return notConvertible(file, `\`${name.name}\` is used outside the block that would hold it`, name);
  const edits = new FileEdits({
    text: file.text,
    indent: file.style.indent,
    literals: findLiteralRanges(file),
  });
  // In front of more work the timer is cleared where it was as well: it must not fire later than before.
  for (const statement of clearing)
    if (isNarrow || isBeforeAnswer(file, statement, fn)) removeStatement(file, edits, statement, []);
  // What was returned before it was cleared had the timer beside it until it was settled.
  awaitReturnedPromises(context, file, edits, fn, { ...span, end: clearingIndex });
  if (outer) addFinally(file, edits, outer, [file.slice(last)]);
  else wrapInTry(file, edits, span, [file.slice(last)]);
  return changeSetOf(file.path, edits.toEdits());
}
