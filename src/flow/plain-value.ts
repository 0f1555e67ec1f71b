import * as t from '@babel/types';
import { startOf, type SyntaxFile } from '../syntax/syntax-file.js';
import { memberName, unwrap } from '../syntax/unwrap.js';
import { moduleMemberOf } from './module-member.js';

/** Methods of arrays and strings that give such values again. Functions of modules by these names may be curried. */
const GIVES_DATA = /^(?:slice|concat|map|filter|split|join|trim|toString|substring)$/;

/** Is the value certainly no function? */
export function isPlainValue(file: SyntaxFile, expression: t.Node): boolean {
  const node = unwrap(expression);
  if (t.isLiteral(node) || t.isObjectExpression(node) || t.isArrayExpression(node)) return true;
  if (t.isBinaryExpression(node) || t.isUnaryExpression(node) || t.isUpdateExpression(node)) return true;
  if (t.isConditionalExpression(node))
    return isPlainValue(file, node.consequent) && isPlainValue(file, node.alternate);
  if (t.isCallExpression(node) && t.isMemberExpression(node.callee))
    return GIVES_DATA.test(memberName(node.callee) ?? '') && !moduleMemberOf(file, node.callee);
  return t.isIdentifier(node) && (file.isGlobal(node, 'undefined') || isSorted(file, node));
}

/** A parameter that is given something else when it is a function: `if (typeof options === 'function') options = {};` */
function isSorted(file: SyntaxFile, use: t.Identifier): boolean {
  const binding = file.bindingOf(use);
  const fn = binding?.scope;
  if (binding?.kind !== 'param' || !t.isFunction(fn) || !t.isBlockStatement(fn.body)) return false;
  const givesPlain = (write: t.Identifier): boolean => {
    const assignment = file.parentOf(write);
    return t.isAssignmentExpression(assignment, { operator: '=' }) && isPlainValue(file, assignment.right);
  };
  const isGuard = (statement: t.Statement): boolean =>
    t.isIfStatement(statement) &&
    startOf(statement) < startOf(use) &&
    !file.contains(statement, use) &&
    isTestForFunction(statement.test, binding.name) &&
    endsWithWrite(statement.consequent, binding.writes);
  return binding.writes.every(givesPlain) && fn.body.body.some(isGuard);
}

function isTestForFunction(test: t.Expression, name: string): boolean {
  return (
    t.isBinaryExpression(test) &&
    /^===?$/.test(test.operator) &&
    t.isUnaryExpression(test.left, { operator: 'typeof' }) &&
    t.isIdentifier(test.left.argument, { name }) &&
    t.isStringLiteral(test.right, { value: 'function' })
  );
}

/** Is a statement of the branch itself, which surely runs, one of the assignments? */
function endsWithWrite(branch: t.Statement, writes: readonly t.Identifier[]): boolean {
  const statements = t.isBlockStatement(branch) ? branch.body : [branch];
  return statements.some(
    (statement) =>
      t.isExpressionStatement(statement) &&
      t.isAssignmentExpression(statement.expression) &&
      t.isIdentifier(statement.expression.left) &&
      writes.includes(statement.expression.left),
  );
}

/** Which arguments of a call are certainly no functions. */
export function plainArguments(file: SyntaxFile, call: t.CallExpression): readonly number[] {
  return call.arguments.flatMap((argument, index) => (isPlainValue(file, argument) ? [index] : []));
}
