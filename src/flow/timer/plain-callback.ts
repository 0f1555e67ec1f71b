import * as t from '@babel/types';
import type { SyntaxFile } from '../../syntax/syntax-file.js';
import { memberName, unwrap } from '../../syntax/unwrap.js';
import { functionNamed } from '../called-function.js';
import { findOwnThisOrArguments } from '../own-this.js';
import type { TimerCall } from './timer-call.js';

export type InlineFunction = t.ArrowFunctionExpression | t.FunctionExpression;

export function isInline(node: t.Node): node is InlineFunction {
  return t.isArrowFunctionExpression(node) || t.isFunctionExpression(node);
}

/** The function that the timer calls, where the file shows it. */
export function callbackFunction(file: SyntaxFile, timer: TimerCall): t.Function | undefined {
  const node = unwrap(timer.callback);
  if (isInline(node)) return node;
  const callee = plainCall(file, node, timer.args)?.callee;
  return t.isIdentifier(callee) ? functionNamed(file, callee) : undefined;
}

/** `function tick() { … setTimeout(tick, 100); }` */
function namesItself(file: SyntaxFile, fn: InlineFunction): boolean {
  const binding = t.isFunctionExpression(fn) && fn.id ? file.bindingOf(fn.id) : undefined;
  return binding !== undefined && binding.references.length > 0;
}

/** Why a callback can't be called without anything, by somebody else than the timer; undefined where it can. */
export function needOfCallback(file: SyntaxFile, { callback, args }: TimerCall): string | undefined {
  const node = unwrap(callback);
  if (t.isStringLiteral(node) || t.isTemplateLiteral(node)) return 'the callback is a string';
  if (!isInline(node))
    return plainCall(file, node, args) === undefined
      ? 'what is called, or with what, may change before the timer runs'
      : undefined;
  if (node.generator) return 'the callback is a generator';
  if (node.params.length > 0 || args.length > 0) return 'the callback is given arguments';
  if (findOwnThisOrArguments(file, node)) return 'the callback uses its timer as `this`';
  return namesItself(file, node) ? 'the callback refers to itself' : undefined;
}

/** A call that needs nothing of the timer. */
export interface PlainCall {
  readonly callee: t.Node;
  readonly text: string;
}

/**
 * The call that the timer makes, in words of the file: `save` is called as `save()`, `this.flush.bind(this)` as
 * `this.flush()`.
 *
 * @returns undefined for inline functions, and for what may be another function or other values later.
 */
export function plainCall(
  file: SyntaxFile,
  callback: t.Node,
  args: readonly t.Expression[],
): PlainCall | undefined {
  const bound = boundFunction(file, callback);
  const callee = bound?.callee ?? callback;
  const values = [...(bound?.args ?? []), ...args];
  if (!values.every((value) => isConstant(file, value))) return undefined;
  const isCallable = t.isIdentifier(callee) ? isConstant(file, callee) : isConsole(file, callee) || bound;
  if (!isCallable) return undefined;
  const text = `${file.slice(callee)}(${values.map((value) => file.slice(value)).join(', ')})`;
  return { callee, text };
}

interface BoundFunction {
  readonly callee: t.Node;
  readonly args: readonly t.Node[];
}

/** `log.bind(null, 'x')`, `this.flush.bind(this)`: as if it were called as it is written. */
function boundFunction(file: SyntaxFile, node: t.Node): BoundFunction | undefined {
  if (!t.isCallExpression(node) || !t.isMemberExpression(node.callee) || memberName(node.callee) !== 'bind')
    return undefined;
  const callee = unwrap(node.callee.object);
  const [receiver, ...args] = node.arguments;
  if (!receiver) return undefined;
  const isUnbound =
    t.isNullLiteral(receiver) || (t.isIdentifier(receiver) && file.isGlobal(receiver, 'undefined'));
  if (t.isIdentifier(callee)) return isUnbound ? { callee, args } : undefined;
  const isOwnObject =
    t.isMemberExpression(callee) &&
    file.slice(callee.object) === file.slice(receiver) &&
    (isConstant(file, receiver) || isConsole(file, callee));
  return isOwnObject ? { callee, args } : undefined;
}

/** `console.log`, which needs no `this`. */
export function isConsole(file: SyntaxFile, node: t.Node): boolean {
  return t.isMemberExpression(node) && !node.computed && file.isGlobal(node.object, 'console');
}

/** It has the same value later. */
function isConstant(file: SyntaxFile, node: t.Node): boolean {
  const inner = unwrap(node);
  if (t.isLiteral(inner) && !t.isTemplateLiteral(inner)) return true;
  if (t.isThisExpression(inner)) return true;
  const binding = t.isIdentifier(inner) ? file.bindingOf(inner) : undefined;
  return binding !== undefined && binding.writes.length === 0;
}
