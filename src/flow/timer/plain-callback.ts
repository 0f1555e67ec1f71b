import * as t from '@babel/types';
import type { SyntaxFile } from '../../syntax/syntax-file.js';
import { memberName, unwrap } from '../../syntax/unwrap.js';
import type { TimerCall } from './timer-call.js';

export type InlineFunction = t.ArrowFunctionExpression | t.FunctionExpression;

export function isInline(node: t.Node): node is InlineFunction {
  return t.isArrowFunctionExpression(node) || t.isFunctionExpression(node);
}

/** A `function` has a `this` and `arguments` of its own, which a timer fills. */
function usesOwnThis(file: SyntaxFile, fn: InlineFunction): boolean {
  if (t.isArrowFunctionExpression(fn)) return false;
  const isTheirs = (node: t.Node): boolean => {
    for (const ancestor of file.ancestors(node)) {
      if (ancestor === fn) return true;
      if (t.isFunction(ancestor) && !t.isArrowFunctionExpression(ancestor)) return false;
    }
    return false;
  };
  const argumentsNames = file.nodes('Identifier').filter((node) => file.isGlobal(node, 'arguments'));
  return [...file.nodes('ThisExpression'), ...argumentsNames].some(isTheirs);
}

/** Can a callback be called without anything, by somebody else than the timer? */
export function isPlainCallback(file: SyntaxFile, { callback, args }: TimerCall): boolean {
  const node = unwrap(callback);
  if (isInline(node))
    return !node.generator && node.params.length === 0 && args.length === 0 && !usesOwnThis(file, node);
  return plainCall(file, node, args) !== undefined;
}

/** `save` is called as `save()`, `this.flush.bind(this)` as `this.flush()`. */
export function plainCall(
  file: SyntaxFile,
  callback: t.Node,
  args: readonly t.Expression[],
): string | undefined {
  if (!args.every((argument) => isConstant(file, argument))) return undefined;
  const list = args.map((argument) => file.slice(argument)).join(', ');
  if (t.isIdentifier(callback) && isConstant(file, callback)) return `${callback.name}(${list})`;
  if (!t.isCallExpression(callback) || !t.isMemberExpression(callback.callee)) return undefined;
  const method = unwrap(callback.callee.object);
  const [receiver, ...bound] = callback.arguments;
  const isBound =
    memberName(callback.callee) === 'bind' && receiver && bound.length === 0 && t.isMemberExpression(method);
  const isOwnObject = isBound && file.slice(method.object) === file.slice(receiver);
  return isOwnObject && isConstant(file, receiver) ? `${file.slice(method)}(${list})` : undefined;
}

/** It has the same value later. */
function isConstant(file: SyntaxFile, node: t.Node): boolean {
  const inner = unwrap(node);
  if (t.isLiteral(inner) && !t.isTemplateLiteral(inner)) return true;
  if (t.isThisExpression(inner)) return true;
  const binding = t.isIdentifier(inner) ? file.bindingOf(inner) : undefined;
  return binding !== undefined && binding.writes.length === 0;
}
