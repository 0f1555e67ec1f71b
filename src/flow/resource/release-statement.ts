import * as t from '@babel/types';
import type { Binding } from '../../syntax/binding.js';
import type { SyntaxFile } from '../../syntax/syntax-file.js';
import { memberName } from '../../syntax/unwrap.js';
import { closureRoleOf } from '../closure-role.js';

/** `new Promise((resolve) => conn.end(resolve))`, `conn.end().catch(log)` */
export function wholeOf(file: SyntaxFile, call: t.Expression): t.Expression {
  const promise = promiseOf(file, call);
  if (promise) return wholeOf(file, promise);
  const member = file.parentOf(call);
  const handled = member && file.parentOf(member);
  const isHandled =
    t.isMemberExpression(member) &&
    memberName(member) === 'catch' &&
    t.isCallExpression(handled) &&
    handled.callee === member;
  return isHandled ? wholeOf(file, handled) : call;
}

/** The promise whose executor is nothing but this expression. */
function promiseOf(file: SyntaxFile, call: t.Expression): t.NewExpression | undefined {
  const executor = file.enclosingFunction(call);
  const role = executor && closureRoleOf(file, executor);
  if (role?.kind !== 'executor') return undefined;
  const { body } = executor as t.Function;
  const [only, ...others] = t.isBlockStatement(body) ? body.body : [body];
  const isAll =
    others.length === 0 && (only === call || (t.isExpressionStatement(only) && only.expression === call));
  return isAll ? role.promise : undefined;
}

/** `conn`, `conn !== null`, `client.isOpen`: a test of nothing but the resource. */
function isAboutResource(file: SyntaxFile, test: t.Node, binding: Binding): boolean {
  const others = file
    .nodes('Identifier')
    .filter((identifier) => file.contains(test, identifier) && file.bindingOf(identifier) !== binding);
  const isFree = (identifier: t.Identifier): boolean => {
    const parent = file.parentOf(identifier);
    return t.isMemberExpression(parent) && parent.property === identifier && !parent.computed;
  };
  const calls = file.nodes('CallExpression').some((call) => file.contains(test, call));
  return !calls && others.every((identifier) => isFree(identifier) || identifier.name === 'undefined');
}

/** The statement with the guard around it that exists for its sake only. */
export function withGuard(file: SyntaxFile, statement: t.Statement, binding: Binding): t.Statement {
  const parent = file.parentOf(statement);
  const isAlone = t.isBlockStatement(parent) && parent.body.length === 1;
  const owner = isAlone ? file.parentOf(parent) : parent;
  if (t.isIfStatement(owner) && !owner.alternate && isAboutResource(file, owner.test, binding)) return owner;
  if (isAlone && t.isTryStatement(owner) && owner.block === parent && !owner.finalizer) return owner;
  return statement;
}

/** The statement that is nothing but this expression: awaited, voided, behind `conn &&`. */
export function ownStatement(file: SyntaxFile, expression: t.Expression): t.ExpressionStatement | undefined {
  let node: t.Node = expression;
  for (let parent = file.parentOf(node); parent; parent = file.parentOf(node)) {
    if (t.isExpressionStatement(parent)) return parent;
    const isGuarded = t.isLogicalExpression(parent) && parent.right === node;
    if (!isGuarded && !t.isAwaitExpression(parent) && !t.isUnaryExpression(parent, { operator: 'void' }))
      return undefined;
    node = parent;
  }
  return undefined;
}
