import * as t from '@babel/types';
import type { Binding } from '../../syntax/binding.js';
import { unwrap } from '../../syntax/unwrap.js';
import type { Conversion } from './conversion.js';
import { endingOf } from './finish.js';

/** How a callback finds out that it is the last one. */
export interface Count {
  readonly counter: Binding;
  /** Up from 0 to the length of a list, down from it to 0, or down from the number of calls that are in flight. */
  readonly kind: 'up' | 'down' | 'in-flight';
  /** The number of calls, unless it is counted itself. */
  readonly target: t.Node | undefined;
  /** Where the callbacks count. */
  readonly uses: readonly t.Identifier[];
  /** The statements that only count. */
  readonly statements: readonly t.Statement[];
  /** What the last callback does. */
  readonly whenAll: t.Statement;
  /** The variable's declaration, which goes with the count. */
  readonly declarator: t.VariableDeclarator;
}

/**
 * Reads how the callback of a call counts. It must do so on every way through, as its last act: a callback that fails
 * and isn't counted leaves the function without an answer.
 */
export function readCount(c: Conversion, call: t.CallExpression): Count | undefined {
  const last = call.arguments.at(-1);
  const fn = last && unwrap(last);
  if (!t.isFunctionExpression(fn) && !t.isArrowFunctionExpression(fn)) return undefined;
  if (!t.isBlockStatement(fn.body)) return undefined;
  const { body } = fn.body;
  const end = body.at(-1);
  const count = t.isIfStatement(end) ? countOf(c, end, body.at(-2)) : undefined;
  const counts = count ?? (t.isExpressionStatement(end) ? countInCallback(c, end.expression) : undefined);
  const rest = body.slice(0, -1);
  return counts && !rest.some((statement) => mayGoUncounted(c, statement, fn)) ? counts : undefined;
}

/** A call at the end of a callback, whose own callback counts. */
function countInCallback(c: Conversion, expression: t.Expression): Count | undefined {
  const call = unwrap(expression);
  return t.isCallExpression(call) ? readCount(c, call) : undefined;
}

/** Does a way through the statement leave the callback without a failure, or finish the function with a result? */
function mayGoUncounted(c: Conversion, statement: t.Statement, fn: t.Function): boolean {
  const { file } = c;
  const calls = file.nodes('CallExpression').filter((call) => file.contains(statement, call));
  const completions = calls.flatMap((call) => c.completions.completionOf(call) ?? []);
  if (completions.some((completion) => endingOf(c, completion).kind !== 'throw')) return true;
  const known = completions.map(({ identifier }) => identifier);
  const isHandedOn = (use: t.Identifier): boolean => file.contains(statement, use) && !known.includes(use);
  if (c.completions.identifiers.some(isHandedOn)) return true;
  return file
    .nodes('ReturnStatement')
    .filter((node) => file.contains(statement, node) && file.enclosingFunction(node) === fn)
    .some((node) => !endsByFailure(c, node));
}

/** `return callback(err)`, or `return` behind `callback(err);` */
function endsByFailure(c: Conversion, statement: t.ReturnStatement): boolean {
  if (statement.argument) return c.completions.completionOf(statement.argument) !== undefined;
  const block = c.file.parentOf(statement);
  if (!t.isBlockStatement(block)) return false;
  const before = block.body[block.body.indexOf(statement) - 1];
  return t.isExpressionStatement(before) && c.completions.completionOf(before.expression) !== undefined;
}

/** `left += 1`, `left++`, `--left` */
export function changeByOne(
  node: t.Node,
): { readonly name: t.Identifier; readonly isUp: boolean } | undefined {
  const change = unwrap(node);
  if (t.isUpdateExpression(change) && t.isIdentifier(change.argument))
    return { name: change.argument, isUp: change.operator === '++' };
  if (!t.isAssignmentExpression(change) || !t.isIdentifier(change.left)) return undefined;
  const isByOne = /^[+-]=$/.test(change.operator) && t.isNumericLiteral(change.right, { value: 1 });
  return isByOne ? { name: change.left, isUp: change.operator === '+=' } : undefined;
}

/** `if (done === list.length) …` or `if (--left === 0) …`, and the statement in front that counts. */
function countOf(c: Conversion, head: t.IfStatement, before: t.Statement | undefined): Count | undefined {
  const test = unwrap(head.test);
  if (head.alternate || !c.completions.isIn(head.consequent)) return undefined;
  const isNot = t.isUnaryExpression(test, { operator: '!' });
  const left = isNot ? unwrap(test.argument) : t.isBinaryExpression(test) ? unwrap(test.left) : undefined;
  const inFront = t.isExpressionStatement(before) ? changeByOne(before.expression) : undefined;
  const inTest = left && t.isUpdateExpression(left) && left.prefix ? changeByOne(left) : undefined;
  const change = inTest ?? inFront;
  const tested = inTest?.name ?? left;
  const counter = change && c.file.bindingOf(change.name);
  if (!change || !counter || !t.isIdentifier(tested) || c.file.bindingOf(tested) !== counter)
    return undefined;
  const declarator = c.file.parentOf(counter.identifier);
  if (!t.isVariableDeclarator(declarator) || declarator.id !== counter.identifier) return undefined;
  const operator = t.isBinaryExpression(test) ? test.operator : '';
  const right = t.isBinaryExpression(test) ? test.right : undefined;
  const isZero = isNot || (t.isNumericLiteral(right, { value: 0 }) && /^(?:===?|<=)$/.test(operator));
  const startsAtZero = t.isNumericLiteral(declarator.init, { value: 0 });
  const isCountedUp = change.isUp && startsAtZero && /^(?:===?|>=)$/.test(operator);
  if (!isCountedUp && (change.isUp || !isZero || !declarator.init)) return undefined;
  const kind = change.isUp ? 'up' : startsAtZero ? 'in-flight' : 'down';
  return {
    counter,
    kind,
    target: change.isUp ? right : (declarator.init ?? undefined),
    uses: [change.name, tested],
    statements: inTest || !before ? [head] : [before, head],
    whenAll: head.consequent,
    declarator,
  };
}
