import * as t from '@babel/types';
import type { SyntaxFile } from '../syntax/syntax-file.js';
import { unwrap } from '../syntax/unwrap.js';
import { moduleMemberOf } from './module-member.js';

/** `co.wrap(function* (…) { … })`: a function that runs the generator and returns a promise of what it returns. */
export function coroutineOf(file: SyntaxFile, node: t.Node): t.FunctionExpression | undefined {
  const call = unwrap(node);
  if (!t.isCallExpression(call) || call.arguments.length !== 1) return undefined;
  const member = moduleMemberOf(file, call.callee);
  const [fn] = call.arguments;
  const isWrap = member?.module === 'co' && member.path.join('.') === 'wrap';
  return isWrap && t.isFunctionExpression(fn) && fn.generator && !fn.async ? fn : undefined;
}

/** The call of `co.wrap` around a generator function. */
export function wrapperOf(file: SyntaxFile, fn: t.Function): t.CallExpression | undefined {
  const call = file.parentOf(fn);
  return t.isCallExpression(call) && coroutineOf(file, call) === fn ? call : undefined;
}

/** A call of a function of the file that `co.wrap` has made. */
export function callsCoroutine(file: SyntaxFile, node: t.Node): boolean {
  const call = unwrap(node);
  const callee = t.isCallExpression(call) ? unwrap(call.callee) : undefined;
  const binding = t.isIdentifier(callee) ? file.bindingOf(callee) : undefined;
  const declarator = binding?.writes.length === 0 ? file.parentOf(binding.identifier) : undefined;
  if (!t.isVariableDeclarator(declarator) || declarator.id !== binding?.identifier) return false;
  return declarator.init ? coroutineOf(file, declarator.init) !== undefined : false;
}

/** The function that an expression runs at once for a promise: `co(function* () { … })`, `(async () => { … })()`. */
export function coroutineRunBy(
  file: SyntaxFile,
  expression: t.Node,
): t.FunctionExpression | t.ArrowFunctionExpression | undefined {
  const call = unwrap(expression);
  if (!t.isCallExpression(call)) return undefined;
  const callee = unwrap(call.callee);
  const isFunction = t.isFunctionExpression(callee) || t.isArrowFunctionExpression(callee);
  if (isFunction && callee.async && !callee.generator && call.arguments.length === 0) return callee;
  const [fn] = call.arguments;
  const member = moduleMemberOf(file, call.callee);
  const isCo = member?.module === 'co' && member.path.length === 0 && call.arguments.length === 1;
  return isCo && t.isFunctionExpression(fn) && fn.generator && !fn.async ? fn : undefined;
}
