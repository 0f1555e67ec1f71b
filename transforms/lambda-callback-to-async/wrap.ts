import * as t from '@babel/types';
import { changeSetOf } from '../../src/edit/change-set.js';
import { FileEdits } from '../../src/edit/file-edits.js';
import { completionSummary } from '../../src/flow/completing-once.js';
import { rangeToRemove } from '../../src/flow/direct-style/layout.js';
import { asyncKeyword, withoutParametersFrom } from '../../src/flow/direct-style/signature.js';
import { findLiteralRanges } from '../../src/syntax/literal-ranges.js';
import { endOf, startOf, type SyntaxFile } from '../../src/syntax/syntax-file.js';
import { memberName } from '../../src/syntax/unwrap.js';
import { fillIn, REASONS } from '../../src/reasons.js';
import type { Finding, Reason, TransformContext } from '../../src/transform.js';
import { answersOf } from './answers.js';
import { deadSwitches } from './work-after-answer.js';

type Outcome = Finding['outcome'];

/**
 * Wraps a handler that has no direct form: `async (event, context) => new Promise((resolve, reject) => { … })`, with a
 * callback that settles the promise. As today the first answer wins, no error is undefined or null, whatever else is
 * one, and an exception fails the invocation. Lambda no longer waits for the event loop, and a way through that never
 * answers is an error: a person must look at it.
 *
 * @param refusal why there is no direct form
 * @returns the refusal itself where the wrapped form would answer otherwise
 */
export function wrapHandler(
  context: TransformContext,
  file: SyntaxFile,
  fn: t.Function,
  refusal: Reason,
): Outcome {
  if (cannotBeWrapped(context, file, fn)) return { kind: 'refusal', reason: refusal };
  const edits = new FileEdits({
    text: file.text,
    indent: file.style.indent,
    literals: findLiteralRanges(file),
  });
  const names = { resolve: freeName(file, fn, 'resolve'), reject: freeName(file, fn, 'reject') };
  const methods = contextMethods(file, fn);
  for (const member of methods)
    edits.replace(startOf(member), endOf(member), settlerOf(memberName(member), names));
  for (const statement of deadSwitches(file, fn)) {
    const { start, end } = rangeToRemove(file, statement);
    edits.remove(start, end);
  }
  writePromise(edits, file, fn, names, settlers(file, fn, names, methods.map(memberName)));
  const signature = [...asyncKeyword(file, fn), ...withoutParametersFrom(file, fn, 2)];
  const why = fillIn(REASONS[refusal.code], refusal.data);
  return {
    kind: 'unsafe',
    changeSet: changeSetOf(file.path, [...signature, ...edits.toEdits()]),
    reason: { code: 'wrapped', data: { what: why }, places: refusal.places ?? [] },
  };
}

interface Names {
  readonly resolve: string;
  readonly reject: string;
}

function inside(file: SyntaxFile, fn: t.Function): (node: t.Node) => boolean {
  return (node) => file.contains(fn.body, node);
}

function cannotBeWrapped(context: TransformContext, file: SyntaxFile, fn: t.Function): boolean {
  if (fn.async || fn.generator || fn.params.length < 2) return true;
  const isInside = inside(file, fn);
  const readsArguments = file
    .nodes('Identifier')
    .some((node) => isInside(node) && file.isGlobal(node, 'arguments'));
  return readsArguments || returnsPromise(context, file, fn) || leavesUnanswered(file, fn);
}

/** A promise that is returned answers today, and one that the callback is given doesn't. */
function returnsPromise(context: TransformContext, file: SyntaxFile, fn: t.Function): boolean {
  const { callback } = answersOf(file, fn);
  const isThenable = (node: t.Node | null | undefined): boolean =>
    node !== null && node !== undefined && context.types.thenable(file.rangeOf(node)).is === 'yes';
  const given = (callback?.references ?? []).flatMap((reference) => {
    const call = file.parentOf(reference);
    return t.isCallExpression(call) && call.callee === reference ? [call.arguments[1]] : [];
  });
  const returned = file
    .nodes('ReturnStatement')
    .filter((node) => file.enclosingFunction(node) === fn)
    .map(({ argument }) => argument);
  return [...given, ...returned, t.isBlockStatement(fn.body) ? undefined : fn.body].some(isThenable);
}

/** A way through that never answers is `null` today, and would never settle the promise. */
function leavesUnanswered(file: SyntaxFile, fn: t.Function): boolean {
  const { callback } = answersOf(file, fn);
  const summary = callback && completionSummary(file, fn, callback);
  return summary !== undefined && 'what' in summary && summary.what.startsWith('a path ends');
}

/** `context.succeed`, `context.fail`, `context.done` */
function contextMethods(file: SyntaxFile, fn: t.Function): readonly t.MemberExpression[] {
  return (answersOf(file, fn).context?.references ?? []).flatMap((reference) => {
    const member = file.parentOf(reference);
    const isMethod = t.isMemberExpression(member) && /^(?:succeed|fail|done)$/.test(memberName(member) ?? '');
    return isMethod ? [member] : [];
  });
}

function settlerOf(method: string | undefined, { resolve }: Names): string {
  if (method === 'succeed') return resolve;
  return method === 'fail' ? 'fail' : 'done';
}

/** The functions that the body answers through. */
function settlers(
  file: SyntaxFile,
  fn: t.Function,
  { resolve, reject }: Names,
  methods: readonly (string | undefined)[],
): readonly string[] {
  const { semicolon, quote } = file.style;
  const settle = `(err, result) => (err === undefined || err === null ? ${resolve}(result) : ${reject}(err))`;
  const third = fn.params[2];
  return [
    ...(third ? [`const ${file.slice(third)} = ${settle}${semicolon}`] : []),
    ...(methods.includes('done') ? [`const done = ${settle}${semicolon}`] : []),
    ...(methods.includes('fail')
      ? [`const fail = (err) => ${reject}(err ?? ${quote}handled${quote})${semicolon}`]
      : []),
  ];
}

function freeName(file: SyntaxFile, fn: t.Function, wish: string): string {
  const isInside = inside(file, fn);
  const isTaken = file.nodes('Identifier').some((node) => node.name === wish && isInside(node));
  return isTaken ? `${wish}Answer` : wish;
}

function writePromise(
  edits: FileEdits,
  file: SyntaxFile,
  fn: t.Function,
  { resolve, reject }: Names,
  declarations: readonly string[],
): void {
  const { lineEnd, semicolon, indent: unit } = file.style;
  const { body } = fn;
  const maker = `new Promise((${resolve}, ${reject}) => {`;
  const outer = file.indentAt(startOf(body));
  const isArrow = t.isArrowFunctionExpression(fn);
  const inner = isArrow ? outer + unit : outer + unit + unit;
  const lines = declarations.map((line) => `${lineEnd}${inner}${line}`).join('');
  if (!t.isBlockStatement(body)) {
    const parenthesis = body.extra?.parenStart;
    const start = typeof parenthesis === 'number' ? parenthesis : startOf(body);
    edits.replace(start, startOf(body), `${maker}${lines}${lineEnd}${inner}`);
    edits.replace(endOf(body), endOf(fn), `${semicolon}${lineEnd}${outer}})`);
    return;
  }
  const brace = startOf(body);
  if (isArrow) {
    edits.replace(brace, brace + 1, `${maker}${lines}`);
    edits.insert(endOf(body), ')');
    return;
  }
  edits.insert(brace + 1, `${lineEnd}${outer}${unit}return ${maker}${lines}`);
  edits.reindent(brace + 1, endOf(body) - 1, 1);
  edits.insert(endOf(body) - 1, `${unit}})${semicolon}${lineEnd}${outer}`);
}
