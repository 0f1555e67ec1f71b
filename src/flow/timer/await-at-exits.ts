import * as t from '@babel/types';
import type { FileEdits } from '../../edit/file-edits.js';
import { endOf, startOf, type SyntaxFile } from '../../syntax/syntax-file.js';
import { memberName, unwrap } from '../../syntax/unwrap.js';
import type { TransformContext } from '../../transform.js';
import { awaitValueEdits } from '../await-insertion.js';
import { addFinally, type StatementSpan, wrapInTry } from '../finally-edits.js';
import { isThenable } from '../is-thenable.js';
import { initialValueOf } from '../module-member.js';
import { placeOf } from '../statement-list.js';
import { plainCall } from './plain-callback.js';
import type { LooseTimer } from './loose-timer.js';
import { isQuietExpression } from './timer-effects.js';

/** How the promise of the timer gets from where it is started to where it is awaited. */
type Carrier =
  /** A constant: the timer stands in the body of the function itself. */
  | { readonly kind: 'constant' }
  /** A variable in front of the branch that may start it. */
  | { readonly kind: 'variable' }
  /** A list, in front of the loop that may start several. */
  | { readonly kind: 'list' };

export interface ExitPlan {
  readonly carrier: Carrier;
  readonly span: StatementSpan;
}

/** Where the timer's promise can be awaited; undefined where the function has no body of statements. */
export function exitPlanOf({ file, fn, statement }: LooseTimer): ExitPlan | undefined {
  if (!t.isBlockStatement(fn.body)) return undefined;
  const list = fn.body.body;
  const outermost = list.find((candidate) => file.contains(candidate, statement));
  const place = outermost && placeOf(file, outermost);
  if (!place) return undefined;
  const span = { place, first: place.index, end: list.length };
  if (outermost === statement)
    return { carrier: { kind: 'constant' }, span: { ...span, first: place.index + 1 } };
  for (const ancestor of file.ancestors(statement)) {
    if (ancestor === fn) break;
    if (t.isLoop(ancestor) || t.isFunction(ancestor)) return { carrier: { kind: 'list' }, span };
  }
  return { carrier: { kind: 'variable' }, span };
}

function isTypeScript(file: SyntaxFile): boolean {
  return /\.[cm]?tsx?$/.test(file.path);
}

/** A returned promise that is still pending when the `finally` waits could be rejected with nobody there to see it. */
function mayBePending(context: TransformContext, file: SyntaxFile, value: t.Expression): boolean {
  if (t.isAwaitExpression(value)) return false;
  const answer = isThenable(context, file, value);
  if (answer !== 'unknown') return answer === 'yes';
  const node = unwrap(value);
  if (t.isIdentifier(node)) {
    const binding = file.bindingOf(node);
    const initial = binding && initialValueOf(file, binding);
    return initial?.path.length === 0 && t.isCallExpression(initial.init);
  }
  return t.isCallExpression(node) && !isQuietExpression(file, node) && !isPlainMethod(node);
}

/** `text.toUpperCase()`, `list.map(…)`: methods by which strings and arrays give plain values. */
function isPlainMethod({ callee }: t.CallExpression): boolean {
  const name = t.isMemberExpression(callee) ? memberName(callee) : undefined;
  return (
    name !== undefined && (Object.hasOwn(String.prototype, name) || Object.hasOwn(Array.prototype, name))
  );
}

/** Answers with what is ready: the `finally` behind it waits. */
export function awaitReturnedPromises(
  context: TransformContext,
  file: SyntaxFile,
  edits: FileEdits,
  fn: t.Function,
  { place, first, end }: StatementSpan,
): void {
  const statements = place.list.slice(first, end);
  for (const statement of file.nodes('ReturnStatement')) {
    const { argument } = statement;
    const isInside = statements.some((outer) => file.contains(outer, statement));
    if (!argument || !isInside || file.enclosingFunction(argument) !== fn) continue;
    if (!mayBePending(context, file, argument)) continue;
    for (const edit of awaitValueEdits(file, argument)) edits.replace(edit.start, edit.end, edit.text);
  }
}

function headAndTail(
  file: SyntaxFile,
  { kind }: Carrier,
  name: string,
): { readonly head: readonly string[]; readonly tail: string; readonly start: string; readonly end: string } {
  const { semicolon } = file.style;
  const typed = isTypeScript(file);
  switch (kind) {
    case 'constant':
      return { head: [], tail: `await ${name}${semicolon}`, start: `const ${name} = `, end: '' };
    case 'variable':
      return {
        head: [`let ${name}${typed ? ': Promise<void> | undefined' : ''}${semicolon}`],
        tail: `await ${name}${semicolon}`,
        start: `${name} = `,
        end: '',
      };
    case 'list':
      return {
        head: [`const ${name}${typed ? ': Promise<void>[]' : ''} = []${semicolon}`],
        tail: `await Promise.all(${name})${semicolon}`,
        start: `${name}.push(`,
        end: ')',
      };
  }
}

/**
 * Starts the timer where it was, and waits for it however the function ends.
 *
 * @param wait the timer's promise: `setTimeoutAsync(20)`
 */
export function awaitAtExits(
  context: TransformContext,
  edits: FileEdits,
  loose: LooseTimer,
  { carrier, span }: ExitPlan,
  wait: string,
): void {
  const { file, fn, statement, timer } = loose;
  const name = file.freshName(carrier.kind === 'list' ? 'timers' : 'timer');
  const { head, tail, start, end } = headAndTail(file, carrier, name);
  const callback = unwrap(timer.callback);
  const called = plainCall(file, callback, timer.args);
  const ending = `)${end}${file.style.semicolon}`;
  if (called !== undefined) {
    edits.replace(startOf(statement), endOf(statement), `${start}${wait}.then(() => ${called}${ending}`);
  } else {
    edits.replace(startOf(statement), startOf(callback), `${start}${wait}.then(`);
    edits.replace(endOf(callback), endOf(statement), ending);
  }
  awaitReturnedPromises(context, file, edits, fn, span);
  const [only, ...others] = span.place.list.slice(span.first, span.end);
  if (t.isTryStatement(only) && !only.finalizer && others.length === 0) {
    addFinally(file, edits, only, [tail], head);
  } else {
    wrapInTry(file, edits, span, [tail], head);
  }
}
