import * as t from '@babel/types';
import type { Binding } from '../../syntax/binding.js';
import { endOf, type SyntaxFile } from '../../syntax/syntax-file.js';
import { memberName } from '../../syntax/unwrap.js';
import { closureRoleOf } from '../closure-role.js';
import { isInFinalizer } from '../finalizer.js';
import { LISTENER_METHODS } from './listeners.js';
import { ownStatement, wholeOf, withGuard } from './release-statement.js';
import type { AnyCall } from './resource-uses.js';

/** A release that can be taken from where it stands. */
export type MovableRelease =
  | (Written & { readonly kind: 'statement'; readonly statement: t.Statement })
  /** A link of a promise chain that does nothing else, and whose value nobody needs. */
  | (Written & { readonly kind: 'link'; readonly link: t.CallExpression });

interface Written {
  readonly call: AnyCall;
  /** The call with the promise that is made of it, and with what handles its failure. */
  readonly whole: t.Expression;
}

/** Where a call that ends the resource stands. */
export type ReleasePlace =
  /** It runs however the function ends. */
  | { readonly kind: 'guaranteed' }
  /** It only runs when the resource itself breaks, or does something else that it tells. */
  | { readonly kind: 'listener'; readonly event: string | undefined }
  | MovableRelease
  | { readonly kind: 'elsewhere'; readonly call: AnyCall };

/** What is taken away with it. */
export function nodeOf(release: MovableRelease): t.Node {
  return release.kind === 'statement' ? release.statement : (release.link.arguments[0] ?? release.link);
}

export function isMovable(place: ReleasePlace): place is MovableRelease {
  return place.kind === 'statement' || place.kind === 'link';
}

function methodCalled(call: t.Node): string | undefined {
  return t.isCallExpression(call) && t.isMemberExpression(call.callee) ? memberName(call.callee) : undefined;
}

/** A release in a function of its own: `work().finally(() => conn.end())`, or a named one that a `finally` calls. */
function placeInClosure(
  file: SyntaxFile,
  call: AnyCall,
  closure: t.Function,
  fn: t.Function,
  binding: Binding,
): ReleasePlace {
  const role = closureRoleOf(file, closure);
  if (role.kind === 'called' && methodCalled(role.call) === 'finally') return { kind: 'guaranteed' };
  if (role.kind === 'argument' && LISTENER_METHODS.has(methodCalled(role.call) ?? '')) {
    const [event] = role.call.arguments;
    return { kind: 'listener', event: t.isStringLiteral(event) ? event.value : undefined };
  }
  const isCalledFinally =
    role.kind === 'named' && role.binding.references.some((reference) => isInFinalizer(file, reference, fn));
  if (isCalledFinally) return { kind: 'guaranteed' };
  if (!endsWithin(file, closure, fn, binding)) return { kind: 'elsewhere', call };
  const whole = wholeOf(file, call);
  const link = linkOf(file, closure, ownStatement(file, whole));
  return link
    ? { kind: 'link', call, whole, link }
    : (statementPlace(file, call, binding) ?? { kind: 'elsewhere', call });
}

function statementPlace(file: SyntaxFile, call: AnyCall, binding: Binding): ReleasePlace | undefined {
  const whole = wholeOf(file, call);
  const statement = ownStatement(file, whole);
  return statement && { kind: 'statement', call, whole, statement: withGuard(file, statement, binding) };
}

/** Is a function inside `fn` over when the promise that it belongs to is, which `fn` has in its hands? */
function endsWithin(file: SyntaxFile, closure: t.Function, fn: t.Function, binding: Binding): boolean {
  let isInPromise = false;
  let isInCallback = false;
  for (let inner: t.Function | undefined = closure; inner && inner !== fn;) {
    const role = closureRoleOf(file, inner);
    if (role.kind === 'executor') isInPromise = true;
    else if (role.kind === 'argument' && isMethodOf(file, role.call, binding)) isInCallback = !isInPromise;
    else if (role.kind !== 'called') return false;
    inner = file.enclosingFunction(inner);
  }
  return isInPromise || !isInCallback;
}

function isMethodOf(file: SyntaxFile, { callee }: AnyCall, binding: Binding): boolean {
  return (
    t.isMemberExpression(callee) && t.isIdentifier(callee.object) && file.bindingOf(callee.object) === binding
  );
}

/**
 * `.then((rows) => { conn.end(); return rows; })`, `.catch((error) => { conn.end(); throw error; })`: without the
 * release it would give on what it gets; and `.then(() => conn.end())` where nobody needs what that gives.
 */
function linkOf(
  file: SyntaxFile,
  closure: t.Function,
  release: t.Statement | undefined,
): t.CallExpression | undefined {
  const role = closureRoleOf(file, closure);
  const link = role.kind === 'called' ? role.call : undefined;
  const method = link && methodCalled(link);
  if (!t.isCallExpression(link) || link.arguments.length !== 1 || method === 'finally') return undefined;
  if (!t.isMemberExpression(link.callee) || hasComments(file, link)) return undefined;
  if (!release)
    return method === 'then' && !t.isBlockStatement(closure.body) && isUnneeded(file, link)
      ? link
      : undefined;
  return isIdentityBut(release, closure, method) ? link : undefined;
}

function hasComments(file: SyntaxFile, { callee, end }: t.CallExpression): boolean {
  return t.isMemberExpression(callee) && file.commentsIn(endOf(callee.object), end ?? 0).length > 0;
}

function isIdentityBut(release: t.Statement, { body, params }: t.Function, method?: string): boolean {
  const [parameter] = params;
  if (!t.isBlockStatement(body) || body.body[0] !== release || body.body.length !== 2) return false;
  const [, last] = body.body;
  const isRightEnd = method === 'then' ? t.isReturnStatement(last) : t.isThrowStatement(last);
  return (
    isRightEnd &&
    (t.isReturnStatement(last) || t.isThrowStatement(last)) &&
    t.isIdentifier(parameter) &&
    t.isIdentifier(last.argument, { name: parameter.name })
  );
}

/** Its value goes nowhere: the chain is a statement, awaited or not, with nothing but error handling behind it. */
function isUnneeded(file: SyntaxFile, link: t.CallExpression): boolean {
  let node: t.Node = link;
  for (let parent = file.parentOf(node); parent; parent = file.parentOf(node)) {
    if (t.isExpressionStatement(parent)) return true;
    const isHandled =
      t.isMemberExpression(parent) && parent.object === node && memberName(parent) === 'catch';
    const isCallOfIt = t.isCallExpression(parent) && parent.callee === node;
    if (!isHandled && !isCallOfIt && !t.isAwaitExpression(parent)) return false;
    node = parent;
  }
  return false;
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
  if (closure && closure !== fn) return placeInClosure(file, call, closure, fn, binding);
  return statementPlace(file, call, binding) ?? { kind: 'elsewhere', call };
}
