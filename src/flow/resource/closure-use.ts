import * as t from '@babel/types';
import { memberName } from '../../syntax/unwrap.js';
import { closureRoleOf } from '../closure-role.js';
import type { Follower } from './follower.js';
import { LISTENER_METHODS } from './listeners.js';
import { fateOf } from './passed-resource.js';
import type { AnyCall } from './resource-uses.js';

/** A function between the resource's own function and a use of it: does it end before that one does? */
export function followClosure(follower: Follower, closure: t.Function): void {
  const { file, notes } = follower;
  const role = closureRoleOf(file, closure);
  switch (role.kind) {
    case 'called':
      follower.follow(role.call, 'result');
      return;
    case 'each':
      if (role.method === 'forEach' && mayGoOn(follower, closure)) notes.problem('captured', closure);
      else follower.follow(role.call, 'result');
      return;
    case 'executor':
      follower.follow(role.promise, 'result');
      return;
    case 'named':
      follower.followBinding(role.binding, 'function');
      return;
    case 'argument':
      followCallback(follower, closure, role.call);
      return;
    case 'other':
      notes.problem('captured', closure);
  }
}

/** `forEach` waits for nothing: may what its callback started be under way when the resource is closed? */
function mayGoOn({ resource }: Follower, closure: t.Function): boolean {
  if (closure.async) return true;
  const { release, isSynchronous } = resource;
  return !isSynchronous && !release.finishesStartedWork;
}

/** A function that is handed to a call: of the resource's own methods, of a listener, or of something unknown. */
function followCallback(follower: Follower, closure: t.Function, call: AnyCall): void {
  const { file, notes } = follower;
  const { callee } = call;
  const method = t.isMemberExpression(callee) || t.isOptionalMemberExpression(callee) ? callee : undefined;
  const isOwnMethod =
    method !== undefined && notes.identifiers.some((identifier) => file.contains(method.object, identifier));
  const name = method && memberName(method);
  if (isOwnMethod && name !== undefined && LISTENER_METHODS.has(name)) return;
  if (isOwnMethod && (closure.async || t.isAwaitExpression(file.parentOf(call)))) return;
  if (isOwnMethod) {
    if (!notes.isInsideExecutor(call)) notes.problem('callback-form', call);
    return;
  }
  const index = call.arguments.findIndex((argument) => argument === closure);
  if (fateOf(follower, call, index).kind === 'kept') notes.problem('captured', call);
  else follower.follow(call, 'result');
}
