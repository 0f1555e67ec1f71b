import * as t from '@babel/types';
import type { FileEdits } from '../../edit/file-edits.js';
import { isTypeScript } from '../../syntax/is-typescript.js';
import { endOf, startOf, type SyntaxFile } from '../../syntax/syntax-file.js';
import { memberName, unwrap } from '../../syntax/unwrap.js';
import type { TransformContext } from '../../transform.js';
import { awaitValueEdits } from '../await-insertion.js';
import { addFinally, type StatementSpan, wrapInTry } from '../finally-edits.js';
import { isThenable } from '../is-thenable.js';
import { initialValueOf } from '../module-member.js';
import { placeOf } from '../statement-list.js';
import { answersOf } from './changed-answer.js';
import { plainCall } from './plain-callback.js';
import { mayCallbackFail, otherFailures } from './may-fail.js';
import { guardText, type LooseTimer } from './loose-timer.js';
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
export function exitPlanOf({ file, fn, statement, guard }: LooseTimer): ExitPlan | undefined {
  if (!t.isBlockStatement(fn.body)) return undefined;
  const list = fn.body.body;
  const outermost = list.find((candidate) => file.contains(candidate, statement));
  const place = outermost && placeOf(file, outermost);
  if (!place) return undefined;
  const span = { place, first: place.index, end: list.length };
  if (outermost === statement && !guard)
    return { carrier: { kind: 'constant' }, span: { ...span, first: place.index + 1 } };
  for (const ancestor of file.ancestors(statement)) {
    if (ancestor === fn) break;
    if (t.isLoop(ancestor) || t.isFunction(ancestor)) return { carrier: { kind: 'list' }, span };
  }
  return { carrier: { kind: 'variable' }, span };
}

/** A returned promise that is still pending when the `finally` waits could be rejected with nobody there to see it. */
export function mayBePending(context: TransformContext, file: SyntaxFile, value: t.Expression): boolean {
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

/** What the function returns out of these statements that may be a promise. */
function pendingAnswers(
  context: TransformContext,
  file: SyntaxFile,
  fn: t.Function,
  { place, first, end }: StatementSpan,
): readonly t.Expression[] {
  const statements = place.list.slice(first, end);
  return answersOf(file, fn).filter(
    (answer) =>
      statements.some((outer) => file.contains(outer, answer)) && mayBePending(context, file, answer),
  );
}

/** Answers with what is ready: the `finally` behind it waits. */
export function awaitReturnedPromises(
  context: TransformContext,
  file: SyntaxFile,
  edits: FileEdits,
  fn: t.Function,
  span: StatementSpan,
): void {
  for (const answer of pendingAnswers(context, file, fn, span))
    for (const edit of awaitValueEdits(file, answer)) edits.replace(edit.start, edit.end, edit.text);
}

/** The code around the timer's promise. */
interface Parts {
  /** In front of the `try`. */
  readonly head: readonly string[];
  /** In front of the timer's own statement. */
  readonly before: readonly string[];
  readonly start: string;
  readonly end: string;
  readonly onError: readonly string[];
  readonly release: readonly string[];
}

function carrierParts(file: SyntaxFile, { kind }: Carrier, name: string): Parts {
  const { semicolon } = file.style;
  const typed = isTypeScript(file.path);
  const single = { before: [], end: '', onError: [], release: [`await ${name}${semicolon}`] };
  switch (kind) {
    case 'constant':
      return { ...single, head: [], start: `const ${name} = ` };
    case 'variable':
      return {
        ...single,
        head: [`let ${name}${typed ? ': Promise<unknown> | undefined' : ''}${semicolon}`],
        start: `${name} = `,
      };
    case 'list':
      return {
        ...single,
        head: [`const ${name}${typed ? ': Promise<unknown>[]' : ''} = []${semicolon}`],
        start: `${name}.push(`,
        end: ')',
        release: [`await Promise.all(${name})${semicolon}`],
      };
  }
}

/** The function ends by the failure that came first, its own or the timer's. */
function withFirstFailure(file: SyntaxFile, parts: Parts, carrier: Carrier, mayThrow: boolean): Parts {
  const { semicolon } = file.style;
  const failures = file.freshName('failures');
  const declaration = `const ${failures}${isTypeScript(file.path) ? ': unknown[]' : ''} = []${semicolon}`;
  const isBeside = carrier.kind === 'constant';
  return {
    ...parts,
    head: isBeside ? parts.head : [declaration, ...parts.head],
    before: isBeside ? [declaration] : [],
    end: `.catch((error) => ${failures}.push(error))${parts.end}`,
    onError: mayThrow ? [`${failures}.push(error)${semicolon}`, `throw error${semicolon}`] : [],
    release: [...parts.release, `if (${failures}.length > 0) throw ${failures}[0]${semicolon}`],
  };
}

function partsOf(context: TransformContext, loose: LooseTimer, { carrier, span }: ExitPlan): Parts {
  const { file, fn } = loose;
  const parts = carrierParts(file, carrier, file.freshName(carrier.kind === 'list' ? 'timers' : 'timer'));
  if (!mayCallbackFail(loose)) return parts;
  const others = otherFailures(file, fn, span.place.list.slice(span.first, span.end));
  // What is returned is awaited in the `try` from now on.
  const waitsForAnswer = pendingAnswers(context, file, fn, span).length > 0;
  const mayThrow = others.mayThrow || waitsForAnswer;
  return mayThrow || others.mayWait ? withFirstFailure(file, parts, carrier, mayThrow) : parts;
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
  plan: ExitPlan,
  wait: string,
): void {
  const { file, fn, statement, timer } = loose;
  const { span } = plan;
  const { head, before, start, end, onError, release } = partsOf(context, loose, plan);
  const { lineEnd, semicolon } = file.style;
  const opening = [...before, guardText(loose) + start].join(lineEnd + file.indentAt(startOf(statement)));
  const callback = unwrap(timer.callback);
  const called = plainCall(file, callback, timer.args);
  const ending = `)${end}${semicolon}`;
  if (called !== undefined) {
    edits.replace(
      startOf(statement),
      endOf(statement),
      `${opening}${wait}.then(() => ${called.text}${ending}`,
    );
  } else {
    edits.replace(startOf(statement), startOf(callback), `${opening}${wait}.then(`);
    edits.replace(endOf(callback), endOf(statement), ending);
  }
  awaitReturnedPromises(context, file, edits, fn, span);
  const [only, ...others] = span.place.list.slice(span.first, span.end);
  if (onError.length === 0 && t.isTryStatement(only) && !only.finalizer && others.length === 0) {
    addFinally(file, edits, only, release, { head });
  } else {
    wrapInTry(file, edits, span, release, { head, onError });
  }
}
