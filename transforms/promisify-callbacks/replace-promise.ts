import * as t from '@babel/types';
import { changeSetOf } from '../../src/edit/change-set.js';
import { FileEdits } from '../../src/edit/file-edits.js';
import { effectOf } from '../../src/flow/direct-style/effects.js';
import { endOfTextBefore, levelsOf, openingParenthesis } from '../../src/flow/direct-style/layout.js';
import { findOwnThisOrArguments } from '../../src/flow/own-this.js';
import { type PromiseForm, promiseFormOf } from '../../src/flow/promise-form.js';
import { findLiteralRanges } from '../../src/syntax/literal-ranges.js';
import { endOf, startOf, type SyntaxFile } from '../../src/syntax/syntax-file.js';
import { unwrap } from '../../src/syntax/unwrap.js';
import type { Finding, TransformContext } from '../../src/transform.js';
import { isAwaitedAtOnce } from './known-calls.js';
import { type HandMadePromise, onlyExpression } from './promise-executor.js';

/** How a callback settles the promise around its call. */
interface Settling {
  /** Is the promise resolved with the callback's result, or with nothing? */
  readonly givesResult: boolean;
}

function statementsOf(branch: t.Statement): readonly t.Statement[] {
  const list = t.isBlockStatement(branch) ? branch.body : [branch];
  return list.filter((statement) => !(t.isReturnStatement(statement) && !statement.argument));
}

/** The call that a branch consists of. */
function onlyCall(statements: readonly t.Statement[]): t.CallExpression | undefined {
  const [only, ...more] = statements;
  if (more.length > 0) return undefined;
  const expression = t.isExpressionStatement(only)
    ? only.expression
    : t.isReturnStatement(only)
      ? only.argument
      : undefined;
  const call = expression && unwrap(expression);
  return call && t.isCallExpression(call) ? call : undefined;
}

interface Branches {
  readonly test: t.Node;
  readonly failure: t.CallExpression | undefined;
  readonly success: t.CallExpression | undefined;
}

/** `err ? reject(err) : resolve(data)`, or the same as statements. */
function branchesOf(callback: t.Function): Branches | undefined {
  const expression = onlyExpression(callback);
  if (expression) {
    const conditional = unwrap(expression);
    if (!t.isConditionalExpression(conditional)) return undefined;
    const [failure, success] = [unwrap(conditional.consequent), unwrap(conditional.alternate)];
    return {
      test: conditional.test,
      failure: t.isCallExpression(failure) ? failure : undefined,
      success: t.isCallExpression(success) ? success : undefined,
    };
  }
  if (!t.isBlockStatement(callback.body) || callback.body.directives.length > 0) return undefined;
  const [head, ...rest] = callback.body.body;
  if (!t.isIfStatement(head) || (head.alternate && rest.length > 0)) return undefined;
  return {
    test: head.test,
    failure: onlyCall(statementsOf(head.consequent)),
    success: onlyCall(head.alternate ? statementsOf(head.alternate) : rest),
  };
}

/** Does the callback do nothing but settle the promise with what it is given? */
function settlingOf(
  file: SyntaxFile,
  callback: t.Function,
  { resolve, reject }: HandMadePromise,
): Settling | undefined {
  const [error, result, ...more] = callback.params;
  const branches = branchesOf(callback);
  if (!branches || !t.isIdentifier(error) || more.length > 0 || (result && !t.isIdentifier(result)))
    return undefined;
  const { test, failure, success } = branches;
  const names = (node: t.Node | undefined, name: t.Node | undefined): boolean =>
    t.isIdentifier(node) &&
    t.isIdentifier(name) &&
    file.bindingOf(node) !== undefined &&
    file.bindingOf(node) === file.bindingOf(name);
  const rejects = failure && failure.arguments.length === 1 && names(failure.arguments[0], error);
  if (!rejects || !success || !names(unwrap(test), error)) return undefined;
  if (!names(failure.callee, reject?.identifier) || !names(success.callee, resolve.identifier))
    return undefined;
  const [value, ...others] = success.arguments;
  if (others.length > 0 || (value && !names(value, result))) return undefined;
  return { givesResult: value !== undefined };
}

function settlesInside(file: SyntaxFile, callback: t.Node, { resolve, reject }: HandMadePromise): boolean {
  const uses = [...resolve.references, ...(reject?.references ?? [])];
  return uses.every((use) => file.contains(callback, use));
}

function givesSameValue(
  file: SyntaxFile,
  maker: t.NewExpression,
  form: PromiseForm,
  { givesResult }: Settling,
): boolean {
  if (form.results.kind === 'none') return true;
  if (givesResult) return form.results.kind === 'value';
  const parent = file.parentOf(maker);
  return t.isAwaitExpression(parent) && t.isExpressionStatement(file.parentOf(parent));
}

/** The pieces of the source that are not kept hold no comment. */
function losesComment(file: SyntaxFile, maker: t.NewExpression, call: t.CallExpression): boolean {
  const kept = call.arguments.slice(0, -1);
  return file
    .commentsIn(startOf(maker), endOf(maker))
    .some((comment) => !kept.some((argument) => file.contains(argument, comment as unknown as t.Node)));
}

/**
 * A promise that is made by hand around one call whose callback only settles it is the promise that the call's own
 * promise form gives.
 *
 * @returns undefined when the promise does more than that, or what is called isn't known
 */
export function replacePromise(
  context: TransformContext,
  file: SyntaxFile,
  promise: HandMadePromise,
): Finding['outcome'] | undefined {
  const { maker, executor } = promise;
  const expression = onlyExpression(executor);
  const call = expression && unwrap(expression);
  const last = t.isCallExpression(call) ? call.arguments.at(-1) : undefined;
  const callback = last && unwrap(last);
  if (!t.isCallExpression(call) || !callback || !t.isFunction(callback)) return undefined;
  const settling = settlingOf(file, callback, promise);
  if (!settling || losesComment(file, maker, call) || findOwnThisOrArguments(file, executor))
    return undefined;
  if (!settlesInside(file, callback, promise)) return undefined;
  const result = promiseFormOf(context, file, call);
  if ('refusal' in result || !givesSameValue(file, maker, result.form, settling)) return undefined;
  const { form } = result;
  const args = call.arguments.slice(0, -1);
  const mayThrow = [call.callee, ...args].some((node) => effectOf(file, node) !== 'none');
  if (mayThrow && !isAwaitedAtOnce(file, maker)) return undefined;
  return { kind: 'safe', changeSet: changeSetOf(file.path, editsOf(file, maker, call, form), form.topLevel) };
}

/** An arrow's body that was too long for its line may not be so any more. */
function startOfText(file: SyntaxFile, maker: t.NewExpression, text: string): number {
  const arrow = file.parentOf(maker);
  const start = startOf(maker);
  const before = endOfTextBefore(file, start);
  const isArrowBody = t.isArrowFunctionExpression(arrow) && arrow.body === maker;
  if (!isArrowBody || !file.text.slice(0, before).endsWith('=>') || text.includes('\n')) return start;
  return before - file.lineStart(before) + text.length < LINE_LENGTH ? before : start;
}

const LINE_LENGTH = 100;

function editsOf(
  file: SyntaxFile,
  maker: t.NewExpression,
  call: t.CallExpression,
  form: PromiseForm,
): ReturnType<FileEdits['toEdits']> {
  const edits = new FileEdits({
    text: file.text,
    indent: file.style.indent,
    literals: findLiteralRanges(file),
  });
  const opening = openingParenthesis(file, call);
  const args = call.arguments.slice(0, -1);
  const [first, last] = [args[0], args.at(-1)];
  const end = last ? endOf(last) : opening + 1;
  const kept = file.text.slice(opening + 1, end);
  const isOnOwnLines = first && file.text.slice(opening + 1, startOf(first)).includes('\n');
  const indent = file.indentAt(startOf(maker));
  const start = startOfText(file, maker, `${form.callee}(${kept})${form.suffix}`);
  edits.replace(start, opening + 1, `${start < startOf(maker) ? ' ' : ''}${form.callee}(`);
  edits.replace(end, endOf(maker), `${isOnOwnLines ? file.style.lineEnd + indent : ''})${form.suffix}`);
  edits.reindent(
    opening + 1,
    end,
    levelsOf(file.style.indent, indent) - levelsOf(file.style.indent, file.indentAt(startOf(call))),
  );
  return edits.toEdits();
}
