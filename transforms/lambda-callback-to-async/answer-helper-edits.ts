import * as t from '@babel/types';
import type { TextEdit } from '../../src/edit/text-edit.js';
import { findStop } from '../../src/flow/async-stop.js';
import type { FunctionInFile } from '../../src/flow/called-function.js';
import { type Answerers, assumingAnswerers } from '../../src/flow/direct-style/answerer-call.js';
import { toDirectStyle } from '../../src/flow/direct-style/direct-style.js';
import { nullishnessOf } from '../../src/flow/direct-style/nullish.js';
import { withoutArgument, withoutParameter } from '../../src/flow/direct-style/signature.js';
import type { Binding } from '../../src/syntax/binding.js';
import { endOf, startOf, type SyntaxFile } from '../../src/syntax/syntax-file.js';
import { unwrap } from '../../src/syntax/unwrap.js';
import type { Reason, TransformContext } from '../../src/transform.js';
import { answersOf } from './answers.js';
import { withoutVoidType } from './signature.js';

/** A function that is given a callback, and at once answers through it: `ok(callback, body)`. */
export interface AnswerHelper extends FunctionInFile {
  /** Which parameter takes the callback. */
  readonly index: number;
  readonly callback: Binding;
  /** The handlers whose callback it gets. */
  readonly handlers: Set<t.Function>;
}

/** Writes the function as one that returns the answer; undefined when it waits for something, or may fail. */
export function ownEdits(
  context: TransformContext,
  { file, fn, index, callback }: AnswerHelper,
  answerers: Answerers,
): readonly TextEdit[] | undefined {
  if (findStop(context, file, fn) || !callback.references.every((use) => succeeds(file, use)))
    return undefined;
  const result = toDirectStyle(assumingAnswerers(context, answerers), file, fn, { callback });
  if ('refusal' in result) return undefined;
  const { direct } = result;
  const isAtOnce =
    direct.awaited.length === 0 && direct.functions.length === 1 && direct.topLevel.length === 0;
  if (!isAtOnce || !direct.endsAlways || direct.doubt) return undefined;
  const type = withoutVoidType(fn);
  return type && [...direct.edits, ...withoutParameter(file, fn, index), ...type];
}

/** `callback(null, answer)`, or a use as an argument. */
function succeeds(file: SyntaxFile, use: t.Identifier): boolean {
  const call = file.parentOf(use);
  if (!t.isCallExpression(call) || call.callee !== use) return true;
  // Others than Lambda may take more than one result.
  const [error, , ...more] = call.arguments;
  return error !== undefined && more.length === 0 && nullishnessOf(file, error) === 'always';
}

/** The edits of a function and of all calls of it, in all files. */
export interface Rewritten {
  readonly edits: ReadonlyMap<string, readonly TextEdit[]>;
  /** Other such functions that call it to answer: they change with it. */
  readonly users: readonly t.Function[];
  readonly doubt: Reason | undefined;
}

/** @returns undefined when somebody uses the function in another way. */
export function rewriteCalls(
  context: TransformContext,
  { file, fn, index }: AnswerHelper,
  own: readonly TextEdit[],
  answerers: Answerers,
): Rewritten | undefined {
  const usage = context.types.usageOf(file.rangeOf(fn));
  if (usage.is !== 'yes' || usage.value.related.length > 0) return undefined;
  if (usage.value.externalContract !== undefined) return undefined;
  const edits = new Map<string, readonly TextEdit[]>([[file.path, own]]);
  const users: t.Function[] = [];
  let doubt: Reason | undefined;
  for (const use of usage.value.references) {
    if (use.kind === 'mention') continue;
    const user = context.fileAt(use.file);
    const call = user?.nodesAt(use.start).find((node) => t.isCallExpression(node) && endOf(node) === use.end);
    if (!user || !t.isCallExpression(call)) return undefined;
    if (givesNoFunction(call, index)) {
      doubt ??= throwsToday(user, call);
      const meant = answerMeant(context, user, call, fn.params.length - 1);
      edits.set(use.file, [...(edits.get(use.file) ?? []), ...meant]);
      continue;
    }
    const answering = answererAround(user, call, index, answerers);
    if (answering) users.push(answering);
    const made = answering ? [] : callEdits(context, user, call, index);
    if (!made) return undefined;
    edits.set(use.file, [...(edits.get(use.file) ?? []), ...made]);
  }
  return { edits, users, doubt };
}

/** Somebody forgot the callback: `failed('no id')`. */
function givesNoFunction(call: t.CallExpression, index: number): boolean {
  const given = call.arguments[index];
  if (call.arguments.some((argument) => t.isSpreadElement(argument))) return false;
  return !given || t.isLiteral(given) || t.isObjectExpression(given) || t.isArrayExpression(given);
}

/** A handler that forgot its callback in `failed('no id');` meant to answer. */
function answerMeant(
  context: TransformContext,
  user: SyntaxFile,
  call: t.CallExpression,
  parameters: number,
): readonly TextEdit[] {
  const fn = user.enclosingFunction(call);
  const handler = context.handlersIn(user).find((other) => other.fn === fn);
  const callback = handler && answersOf(user, handler.fn).callback;
  const isStatement = t.isExpressionStatement(user.parentOf(call));
  if (!callback || !isStatement || call.arguments.length !== parameters) return [];
  return asAnswer(call, callback.name, []);
}

function asAnswer(
  call: t.CallExpression,
  callback: string,
  changes: readonly TextEdit[],
): readonly TextEdit[] {
  return [
    { start: startOf(call), end: startOf(call), text: `${callback}(null, ` },
    ...changes,
    { start: endOf(call), end: endOf(call), text: ')' },
  ];
}

function throwsToday(user: SyntaxFile, call: t.CallExpression): Reason {
  return {
    code: 'answer-changes',
    data: { what: `\`${user.slice(call)}\` gives no callback, and throws today` },
    places: [user.rangeOf(call)],
  };
}

/** The function that hands its own callback on to another one, when both return their answers. */
function answererAround(
  user: SyntaxFile,
  call: t.CallExpression,
  index: number,
  answerers: Answerers,
): t.Function | undefined {
  const passed = call.arguments[index];
  const binding = t.isIdentifier(passed) ? user.bindingOf(passed) : undefined;
  const fn = binding && user.parentOf(binding.identifier);
  const own = t.isFunction(fn) ? answerers.get(fn) : undefined;
  return t.isFunction(fn) && own !== undefined && fn.params[own] === binding?.identifier ? fn : undefined;
}

/** `ok(callback, body)` becomes `callback(null, ok(body))`. */
function callEdits(
  context: TransformContext,
  user: SyntaxFile,
  call: t.CallExpression,
  index: number,
): readonly TextEdit[] | undefined {
  const passed = call.arguments[index];
  const binding = t.isIdentifier(passed) ? user.bindingOf(passed) : undefined;
  if (!passed || !binding || call.arguments.some((argument) => t.isSpreadElement(argument))) return undefined;
  if (!isValueUnused(context, user, call, binding)) return undefined;
  return asAnswer(call, user.slice(passed), withoutArgument(call, index));
}

/** What Lambda's callback returns is nothing, as what the function returns is today. */
function isValueUnused(
  context: TransformContext,
  user: SyntaxFile,
  call: t.CallExpression,
  callback: Binding,
): boolean {
  const parent = user.parentOf(call);
  if (t.isExpressionStatement(parent)) return true;
  const isReturned =
    t.isReturnStatement(parent) || (t.isArrowFunctionExpression(parent) && unwrap(parent.body) === call);
  return isReturned && context.handlersIn(user).some(({ fn }) => answersOf(user, fn).callback === callback);
}
