import * as t from '@babel/types';
import type { Resource } from '../../knowledge/resource.js';
import type { Binding } from '../../syntax/binding.js';
import type { SyntaxFile } from '../../syntax/syntax-file.js';
import { memberName, unwrap } from '../../syntax/unwrap.js';
import type { AcquiringNode } from './maker.js';
import { LISTENER_METHODS } from './listeners.js';

/** What becomes of a resource right where it is acquired. */
export type Naming =
  | {
      readonly kind: 'variable';
      readonly binding: Binding;
      readonly statement: t.VariableDeclaration | t.ExpressionStatement;
      /** False while the variable still holds a promise of it. */
      readonly isResolved: boolean;
      /** `using`: the block closes it. */
      readonly isDisposed: boolean;
      /** Methods called on the way from the acquisition to the name. */
      readonly called: readonly string[];
    }
  /** Assigned to a property or to a variable of an outer scope. */
  | { readonly kind: 'stored'; readonly where: t.Node; readonly inModuleVariable: boolean }
  | { readonly kind: 'returned' }
  /** The parameter of a promise's `then`. */
  | { readonly kind: 'chained'; readonly binding: Binding; readonly callback: t.Function }
  /** Used on the spot: nothing refers to it afterwards. */
  | { readonly kind: 'unnamed' };

function isTransparent(node: t.Node | undefined): node is t.Expression {
  return (
    t.isTSAsExpression(node) ||
    t.isTSSatisfiesExpression(node) ||
    t.isTSNonNullExpression(node) ||
    t.isTSTypeAssertion(node) ||
    t.isParenthesizedExpression(node)
  );
}

/** A method call that gives the receiver itself: `.on('error', log)`, `.connect()` of redis. */
function selfReturningCall(file: SyntaxFile, node: t.Node, resource: Resource): t.CallExpression | undefined {
  const member = file.parentOf(node);
  if (!t.isMemberExpression(member) || member.object !== node) return undefined;
  const call = file.parentOf(member);
  if (!t.isCallExpression(call) || call.callee !== member) return undefined;
  const name = memberName(member);
  if (name === undefined) return undefined;
  return LISTENER_METHODS.has(name) || name === resource.opensWith ? call : undefined;
}

interface Outermost {
  readonly node: t.Node;
  readonly isAwaited: boolean;
  readonly called: readonly string[];
}

function outermostOf(file: SyntaxFile, expression: t.Node, resource: Resource): Outermost {
  let node = expression;
  let isAwaited = false;
  const called: string[] = [];
  for (;;) {
    const parent = file.parentOf(node);
    const chained = selfReturningCall(file, node, resource);
    if (chained) {
      called.push(t.isMemberExpression(chained.callee) ? (memberName(chained.callee) ?? '') : '');
      node = chained;
    } else if (isTransparent(parent)) node = parent;
    else if (t.isAwaitExpression(parent)) {
      node = parent;
      isAwaited = true;
    } else return { node, isAwaited, called };
  }
}

function isModuleVariable(file: SyntaxFile, binding: Binding): boolean {
  return file.enclosingFunction(binding.identifier) === undefined;
}

/** @param fn the function that acquires it */
export function namingOf(
  file: SyntaxFile,
  expression: AcquiringNode,
  fn: t.Function,
  resource: Resource,
): Naming {
  const { node, isAwaited, called } = outermostOf(file, expression, resource);
  const parent = file.parentOf(node);
  const isResolved = isAwaited || resource.acquiredByPromise !== true;
  if (t.isReturnStatement(parent) || (t.isArrowFunctionExpression(parent) && parent.body === node))
    return { kind: 'returned' };
  if (t.isVariableDeclarator(parent) && t.isIdentifier(parent.id)) {
    const binding = file.bindingOf(parent.id);
    const statement = file.parentOf(parent);
    if (binding && t.isVariableDeclaration(statement))
      return { kind: 'variable', binding, statement, isResolved, isDisposed: isUsing(statement), called };
  }
  if (t.isAssignmentExpression(parent) && parent.right === node)
    return namingOfAssignment(file, parent, fn, isResolved, called);
  return (isAwaited ? undefined : parameterOfThen(file, node)) ?? { kind: 'unnamed' };
}

/** `pool.connect().then((client) => …)` */
function parameterOfThen(
  file: SyntaxFile,
  promise: t.Node,
): Extract<Naming, { kind: 'chained' }> | undefined {
  const member = file.parentOf(promise);
  if (!t.isMemberExpression(member) || memberName(member) !== 'then') return undefined;
  const call = file.parentOf(member);
  const [callback] = t.isCallExpression(call) ? call.arguments : [];
  const [parameter] = t.isFunction(callback) ? callback.params : [];
  const binding = t.isIdentifier(parameter) ? file.bindingOf(parameter) : undefined;
  return binding && t.isFunction(callback) ? { kind: 'chained', binding, callback } : undefined;
}

function isUsing({ kind }: t.VariableDeclaration): boolean {
  return kind === 'using' || kind === 'await using';
}

function namingOfAssignment(
  file: SyntaxFile,
  assignment: t.AssignmentExpression,
  fn: t.Function,
  isResolved: boolean,
  called: readonly string[],
): Naming {
  const left = unwrap(assignment.left);
  const binding = t.isIdentifier(left) ? file.bindingOf(left) : undefined;
  if (!binding || file.enclosingFunction(binding.identifier) !== fn || binding.kind === 'param')
    return {
      kind: 'stored',
      where: left,
      inModuleVariable: binding ? isModuleVariable(file, binding) : t.isIdentifier(left),
    };
  const statement = file.parentOf(assignment);
  if (assignment.operator === '=' && t.isExpressionStatement(statement))
    return { kind: 'variable', binding, statement, isResolved, isDisposed: false, called };
  return { kind: 'unnamed' };
}
