import * as t from '@babel/types';
import type { Binding } from '../../syntax/binding.js';
import { endOf, startOf, type SyntaxFile } from '../../syntax/syntax-file.js';
import { memberName } from '../../syntax/unwrap.js';
import { isThenable } from '../is-thenable.js';
import { canLeave } from './can-leave.js';
import type { Follower } from './follower.js';
import type { AnyCall } from './resource-uses.js';
import { isCall } from './value-position.js';

export const PROMISE_METHODS: ReadonlySet<string> = new Set(['then', 'catch', 'finally']);

/** A promise or data that a call with the resource gave, where nothing else is done with it than what the parent says. */
export function followResult(follower: Follower, value: t.Node, parent: t.Node): void {
  const { file, fn, notes } = follower;
  if (t.isExpressionStatement(parent) || t.isUnaryExpression(parent, { operator: 'void' })) {
    if (isCall(value) && !notes.releases.includes(value) && !notes.opens.includes(value))
      drop(follower, value);
  } else if (t.isReturnStatement(parent) || t.isArrowFunctionExpression(parent)) {
    const isOwn = file.enclosingFunction(value) === fn && t.isExpression(value);
    if (isOwn && mayBePromise(follower, value)) notes.returned.add(value);
  } else if (t.isArrayExpression(parent) || t.isSpreadElement(parent)) {
    follower.follow(parent, 'result');
  }
}

/** `const orders = client.query(…)`: is it under way while something else may end the function? */
export function followPending({ file, resource, notes }: Follower, name: Binding, start: t.Node): void {
  const { isLazy, release } = resource;
  if (isLazy || release.finishesStartedWork) return;
  const isAwaitedLate = name.references.some(
    (reference) =>
      t.isAwaitExpression(file.parentOf(reference)) && canLeave(file, endOf(start), startOf(reference)),
  );
  if (isAwaitedLate) notes.goesOn(start);
}

function mayBePromise({ context, file, resource }: Follower, value: t.Expression): boolean {
  return !resource.isSynchronous && isThenable(context, file, value) !== 'no';
}

/** Nobody waits for what the call gives. */
function drop(follower: Follower, call: AnyCall): void {
  const { context, file, fn, resource, notes } = follower;
  const { isSynchronous, givesNoPromises, isLazy, release } = resource;
  if (isSynchronous) return;
  if (givesNoPromises) {
    if (!release.finishesStartedWork) notes.goesOn(call);
    return;
  }
  if (isLazy && !isStarting(file, call)) return;
  const isPromise = isThenable(context, file, call);
  if (isPromise === 'no' || (isPromise === 'unknown' && notes.indirect.has(call))) return;
  const around = file.enclosingFunction(call);
  if (release.finishesStartedWork && isOwnMethodCall(follower, call)) notes.queued.add(call);
  else if (around?.async || around === fn) notes.dropped.add(call);
  else notes.problem('captured', call);
}

/** `.then(…)`, `Promise.all(…)`: what waits for a lazy query starts it. */
function isStarting(file: SyntaxFile, { callee }: AnyCall): boolean {
  return (
    t.isMemberExpression(callee) &&
    (PROMISE_METHODS.has(memberName(callee) ?? '') || file.isGlobal(callee.object, 'Promise'))
  );
}

/** `conn.query(sql)`: the driver has all of it when the call returns. */
function isOwnMethodCall({ notes }: Follower, { callee }: AnyCall): boolean {
  return t.isMemberExpression(callee) && notes.identifiers.some((identifier) => identifier === callee.object);
}
