import * as t from '@babel/types';
import type { Binding } from '../syntax/binding.js';
import { endOf, startOf, type SyntaxFile } from '../syntax/syntax-file.js';
import { unwrap } from '../syntax/unwrap.js';

/** A function as it is called with a certain number of arguments, the last of them its callback. */
export interface CalledWith {
  readonly fn: t.Function;
  readonly count: number;
  /** Indices of other arguments that are certainly no functions. */
  readonly plain?: readonly number[];
}

function parameterOf(file: SyntaxFile, fn: t.Function, node: t.Node): number {
  const binding = t.isIdentifier(node) ? file.bindingOf(node) : undefined;
  return binding ? fn.params.findIndex((parameter) => parameter === binding.identifier) : -1;
}

/** The parameter that a name still means as it was given: nothing is assigned to it in front. */
function givenParameter(file: SyntaxFile, called: CalledWith, node: t.Node): number {
  const binding = t.isIdentifier(node) ? file.bindingOf(node) : undefined;
  const isChanged = binding?.writes.some(
    (write) => startOf(write) < startOf(node) && !isForOtherCalls(file, called, write),
  );
  return isChanged ? -1 : parameterOf(file, called.fn, node);
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

/** Is the parameter given a function? The last argument is the callback, and the parameters behind it get nothing. */
function isFunctionGiven(file: SyntaxFile, called: CalledWith, node: t.Node): boolean | undefined {
  const { count, plain } = called;
  const index = givenParameter(file, called, unwrap(node));
  if (index < 0) return undefined;
  if (index === count - 1) return true;
  return index >= count || plain?.includes(index) ? false : undefined;
}

/** `typeof parameter === 'function'`, or compared with `'undefined'` where that says the same. */
function testForType(file: SyntaxFile, called: CalledWith, test: t.BinaryExpression): boolean | undefined {
  const [left, right] = [unwrap(test.left), unwrap(test.right)];
  if (!/^[!=]==?$/.test(test.operator) || !t.isStringLiteral(right)) return undefined;
  if (!t.isUnaryExpression(left, { operator: 'typeof' })) return undefined;
  const isFunction = isFunctionGiven(file, called, left.argument);
  const isMissing = givenParameter(file, called, unwrap(left.argument)) >= called.count;
  if (isFunction === undefined || (!isFunction && !isMissing && right.value !== 'function')) return undefined;
  const type = isFunction ? 'function' : isMissing ? 'undefined' : 'another';
  return (type === right.value) === test.operator.startsWith('=');
}

/** A parameter as a test, or its negation: `!callback`. The callback is there, and what is behind it isn't. */
function testForPresence(file: SyntaxFile, called: CalledWith, test: t.Node): boolean | undefined {
  if (t.isUnaryExpression(test, { operator: '!' })) {
    const inner = testForPresence(file, called, unwrap(test.argument));
    return inner === undefined ? undefined : !inner;
  }
  const index = givenParameter(file, called, test);
  if (index === called.count - 1) return true;
  return index >= called.count ? false : undefined;
}

/**
 * What a test that tells a function's calls apart gives for a call with so many arguments:
 * `arguments.length === 3`, `typeof options === 'function'`, `!callback`.
 *
 * @returns undefined for any other test
 */
export function testForArity(file: SyntaxFile, called: CalledWith, test: t.Node): boolean | undefined {
  const node = unwrap(test);
  if (!t.isBinaryExpression(node)) return testForPresence(file, called, node);
  const [left, right] = [unwrap(node.left), unwrap(node.right)];
  if (t.isNumericLiteral(right) && isArgumentCount(file, called.fn, left))
    return compare(node.operator, called.count, right.value);
  if (t.isNumericLiteral(left) && isArgumentCount(file, called.fn, right))
    return compare(node.operator, left.value, called.count);
  return testForType(file, called, node);
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

/**
 * Where a parameter that held the callback is given something else, behind the statement that moved the callback away:
 * `callback = options; options = {};`
 *
 * @returns the offset from which on the parameter is no callback any more; undefined for any other assignment
 */
export function givenUpAt(file: SyntaxFile, called: CalledWith, write: t.Node): number | undefined {
  const assignment = file.parentOf(write);
  const statement = file.enclosingStatement(write);
  const block = statement && file.parentOf(statement);
  if (!assignment || !t.isExpressionStatement(statement) || !t.isBlockStatement(block)) return undefined;
  const before = block.body.slice(0, block.body.indexOf(statement));
  const isMoved = before.some(
    (other) => t.isExpressionStatement(other) && movedTo(file, called, other.expression) !== undefined,
  );
  const runsAlways = block === called.fn.body || isMetBranch(file, called, block);
  return isMoved && runsAlways && statement.expression === assignment ? endOf(assignment) : undefined;
}

/** Is it the branch that calls with so many arguments take, of a statement of the function itself? */
function isMetBranch(file: SyntaxFile, called: CalledWith, branch: t.Node): boolean {
  const test = file.parentOf(branch);
  if (!t.isIfStatement(test) || test.consequent !== branch || file.parentOf(test) !== called.fn.body)
    return false;
  return testForArity(file, called, test.test) === true;
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
