import * as t from '@babel/types';
import type { Binding } from '../../syntax/binding.js';
import type { SyntaxFile } from '../../syntax/syntax-file.js';
import { memberName } from '../../syntax/unwrap.js';
import { closureRoleOf } from '../closure-role.js';
import { isInFinalizer } from '../finalizer.js';
import { LISTENER_METHODS } from './listeners.js';
import type { AnyCall } from './resource-uses.js';

/** Where a call that ends the resource stands. */
export type ReleasePlace =
  /** It runs however the function ends. */
  | { readonly kind: 'guaranteed' }
  /** It only runs when the resource itself breaks. */
  | { readonly kind: 'listener' }
  /** A statement, which can be moved. */
  | { readonly kind: 'statement'; readonly call: AnyCall; readonly statement: t.Statement }
  | { readonly kind: 'elsewhere'; readonly call: AnyCall };

function methodCalled(call: t.Node): string | undefined {
  return t.isCallExpression(call) && t.isMemberExpression(call.callee) ? memberName(call.callee) : undefined;
}

/** A release in a function of its own: `work().finally(() => conn.end())`, or a named one that a `finally` calls. */
function placeInClosure(file: SyntaxFile, call: AnyCall, closure: t.Function, fn: t.Function): ReleasePlace {
  const role = closureRoleOf(file, closure);
  if (role.kind === 'called' && methodCalled(role.call) === 'finally') return { kind: 'guaranteed' };
  if (role.kind === 'argument' && LISTENER_METHODS.has(methodCalled(role.call) ?? ''))
    return { kind: 'listener' };
  const isCalledFinally =
    role.kind === 'named' && role.binding.references.some((reference) => isInFinalizer(file, reference, fn));
  return isCalledFinally ? { kind: 'guaranteed' } : { kind: 'elsewhere', call };
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
function withGuard(file: SyntaxFile, statement: t.Statement, binding: Binding): t.Statement {
  const parent = file.parentOf(statement);
  const isAlone = t.isBlockStatement(parent) && parent.body.length === 1;
  const owner = isAlone ? file.parentOf(parent) : parent;
  if (t.isIfStatement(owner) && !owner.alternate && isAboutResource(file, owner.test, binding)) return owner;
  if (isAlone && t.isTryStatement(owner) && owner.block === parent && !owner.finalizer) return owner;
  return statement;
}

/** The statement that is nothing but this call: awaited, voided, with its rejection handled, behind `conn &&`. */
function ownStatement(file: SyntaxFile, call: AnyCall): t.ExpressionStatement | undefined {
  let node: t.Node = call;
  for (let parent = file.parentOf(node); parent; parent = file.parentOf(node)) {
    if (t.isExpressionStatement(parent)) return parent;
    const isRejectionHandler =
      t.isMemberExpression(parent) && parent.object === node && memberName(parent) === 'catch';
    const isHandledCall = t.isCallExpression(parent) && parent.callee === node && node !== call;
    const isGuarded = t.isLogicalExpression(parent) && parent.right === node;
    const passes =
      isRejectionHandler ||
      isHandledCall ||
      isGuarded ||
      t.isAwaitExpression(parent) ||
      t.isUnaryExpression(parent, { operator: 'void' });
    if (!passes) return undefined;
    node = parent;
  }
  return undefined;
}

/** @param fn the function that has the resource under that name */
export function releasePlaceOf(
  file: SyntaxFile,
  call: AnyCall,
  fn: t.Function,
  binding: Binding,
): ReleasePlace {
  if (isInFinalizer(file, call, fn)) return { kind: 'guaranteed' };
  const closure = file.enclosingFunction(call);
  if (closure && closure !== fn) return placeInClosure(file, call, closure, fn);
  const statement = ownStatement(file, call);
  if (!statement) return { kind: 'elsewhere', call };
  return { kind: 'statement', call, statement: withGuard(file, statement, binding) };
}
