import * as t from '@babel/types';
import type { SyntaxFile } from '../syntax/syntax-file.js';
import { unwrap } from '../syntax/unwrap.js';
import { initialValueOf, moduleMemberOf } from './module-member.js';

/** The generator function that a call gives to `co`, or to a function of it. */
function generatorGivenTo(
  file: SyntaxFile,
  path: '' | 'wrap',
  call: t.CallExpression,
): t.FunctionExpression | undefined {
  const [fn, ...more] = call.arguments;
  const member = moduleMemberOf(file, call.callee);
  const isGiven = member?.module === 'co' && member.path.join('.') === path && more.length === 0;
  return isGiven && t.isFunctionExpression(fn) && fn.generator && !fn.async ? fn : undefined;
}

/** `co.wrap(function* (…) { … })`: a function that runs the generator and returns a promise of what it returns. */
function coroutineOf(file: SyntaxFile, node: t.Node): t.FunctionExpression | undefined {
  const call = unwrap(node);
  return t.isCallExpression(call) ? generatorGivenTo(file, 'wrap', call) : undefined;
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
  const value = binding && initialValueOf(file, binding);
  return value?.path.length === 0 && coroutineOf(file, value.init) !== undefined;
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
  return generatorGivenTo(file, '', call);
}
