import * as t from '@babel/types';
import type { Binding } from '../syntax/binding.js';
import type { SyntaxFile } from '../syntax/syntax-file.js';
import { unwrap } from '../syntax/unwrap.js';

/** A function as it is called with a certain number of arguments, the last of them its callback. */
export interface CalledWith {
  readonly fn: t.Function;
  readonly count: number;
}

function parameterOf(file: SyntaxFile, fn: t.Function, node: t.Node): number {
  const binding = t.isIdentifier(node) ? file.bindingOf(node) : undefined;
  return binding ? fn.params.findIndex((parameter) => parameter === binding.identifier) : -1;
}

/** Is the node `arguments.length` of the function itself? */
function isArgumentCount(file: SyntaxFile, fn: t.Function, node: t.Node): boolean {
  return (
    t.isMemberExpression(node) &&
    file.isGlobal(node.object, 'arguments') &&
    t.isIdentifier(node.property, { name: 'length' }) &&
    file.enclosingFunction(node) === fn
  );
}

function compare(operator: string, left: number, right: number): boolean | undefined {
  switch (operator) {
    case '==':
    case '===':
      return left === right;
    case '!=':
    case '!==':
      return left !== right;
    case '<':
      return left < right;
    case '<=':
      return left <= right;
    case '>':
      return left > right;
    case '>=':
      return left >= right;
    default:
      return undefined;
  }
}

/** What `typeof parameter` is: the last argument is the callback, and the parameters behind it get nothing. */
function typeOfParameter(file: SyntaxFile, { fn, count }: CalledWith, node: t.Node): string | undefined {
  if (!t.isUnaryExpression(node, { operator: 'typeof' })) return undefined;
  const index = parameterOf(file, fn, unwrap(node.argument));
  if (index === count - 1) return 'function';
  return index >= count ? 'undefined' : undefined;
}

/**
 * What a test that tells a function's calls apart gives for a call with so many arguments:
 * `arguments.length === 3`, `typeof options === 'function'`.
 *
 * @returns undefined for any other test
 */
export function testForArity(file: SyntaxFile, called: CalledWith, test: t.Node): boolean | undefined {
  const node = unwrap(test);
  if (!t.isBinaryExpression(node)) return undefined;
  const [left, right] = [unwrap(node.left), unwrap(node.right)];
  if (t.isNumericLiteral(right) && isArgumentCount(file, called.fn, left))
    return compare(node.operator, called.count, right.value);
  if (t.isNumericLiteral(left) && isArgumentCount(file, called.fn, right))
    return compare(node.operator, left.value, called.count);
  const isEquality = /^[!=]==?$/.test(node.operator);
  if (!isEquality || !t.isStringLiteral(right)) return undefined;
  const type = typeOfParameter(file, called, left);
  return type === undefined ? undefined : (type === right.value) === node.operator.startsWith('=');
}

/** The parameter that takes the callback when the function is called with so many arguments. */
export function callbackOfArity(file: SyntaxFile, { fn, count }: CalledWith): Binding | undefined {
  const parameter = fn.params[count - 1];
  return t.isIdentifier(parameter) ? file.bindingOf(parameter) : undefined;
}

/** `callback = options`: the parameter that the callback is moved to, because the call leaves it empty. */
export function movedTo(file: SyntaxFile, called: CalledWith, node: t.Node): Binding | undefined {
  const expression = unwrap(node);
  if (!t.isAssignmentExpression(expression, { operator: '=' }) || !t.isIdentifier(expression.left))
    return undefined;
  if (parameterOf(file, called.fn, unwrap(expression.right)) !== called.count - 1) return undefined;
  const index = parameterOf(file, called.fn, expression.left);
  const binding = index >= called.count ? file.bindingOf(expression.left) : undefined;
  return binding?.writes.length === 1 ? binding : undefined;
}

/** Does the node stand in a branch for calls with another number of arguments? */
export function isForOtherCalls(file: SyntaxFile, called: CalledWith, node: t.Node): boolean {
  let inner = node;
  for (const ancestor of file.ancestors(node)) {
    if (ancestor === called.fn) return false;
    const isMet = t.isIfStatement(ancestor) ? testForArity(file, called, ancestor.test) : undefined;
    if (t.isIfStatement(ancestor) && isMet !== undefined && inner !== ancestor.test)
      if ((inner === ancestor.consequent) !== isMet) return true;
    inner = ancestor;
  }
  return false;
}

/** Does the function look at its arguments otherwise than by tests of their number? */
export function readsArgumentsOtherwise(file: SyntaxFile, called: CalledWith): boolean {
  return file.nodes('Identifier').some((identifier) => {
    if (!file.isGlobal(identifier, 'arguments') || !file.contains(called.fn, identifier)) return false;
    const count = file.parentOf(identifier);
    const test = count && file.parentOf(count);
    return !test || testForArity(file, called, test) === undefined;
  });
}
