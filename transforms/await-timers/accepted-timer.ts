import * as t from '@babel/types';
import { functionNamed } from '../../src/flow/called-function.js';
import { closureRoleOf } from '../../src/flow/closure-role.js';
import { isThenable } from '../../src/flow/is-thenable.js';
import { isMicrotask, type TimerCall, timerCallOf } from '../../src/flow/timer/timer-call.js';
import {
  clearingCalls,
  isMemberCleared,
  isUnreferenced,
  type TimerHandle,
} from '../../src/flow/timer/timer-handle.js';
import type { SyntaxFile } from '../../src/syntax/syntax-file.js';
import { unwrap } from '../../src/syntax/unwrap.js';
import type { TransformContext } from '../../src/transform.js';

/** Something clears it, or nobody needs it, or the module keeps it. */
function isMeantToStay(file: SyntaxFile, handle: TimerHandle): boolean {
  if (handle.kind === 'unref') return true;
  if (handle.kind === 'member') return isMemberCleared(file, handle.member);
  if (handle.kind !== 'variable') return false;
  const { binding } = handle;
  const isOfModule = file.enclosingFunction(binding.identifier) === undefined;
  return isOfModule || clearingCalls(file, binding).length > 0 || isUnreferenced(file, binding);
}

/** A microtask calls back before the answer; what an async callback does then may take longer. */
function startsWork(context: TransformContext, file: SyntaxFile, { callback }: TimerCall): boolean {
  const node = unwrap(callback);
  const fn = t.isIdentifier(node) ? functionNamed(file, node) : node;
  if (!t.isFunction(fn)) return false;
  const startsPromise = file
    .nodes('CallExpression')
    .some((call) => file.enclosingFunction(call) === fn && isThenable(context, file, call) === 'yes');
  return fn.async === true || startsPromise;
}

/** Set by the executor of a promise, it ends when the promise does; or by another timer's callback, which is looked at first. */
function isLeftToPromise(file: SyntaxFile, call: t.Node): boolean {
  for (const ancestor of file.ancestors(call)) {
    if (!t.isFunction(ancestor)) continue;
    const role = closureRoleOf(file, ancestor);
    if (role.kind === 'executor') return true;
    if (role.kind === 'argument' && t.isCallExpression(role.call) && timerCallOf(file, role.call))
      return true;
  }
  return false;
}

/** Is it a timer that may be pending when the answer is sent, or one that another finding is about? */
export function isAcceptedTimer(
  context: TransformContext,
  file: SyntaxFile,
  timer: TimerCall,
  handle: TimerHandle,
): boolean {
  return (
    isMeantToStay(file, handle) ||
    (isMicrotask(timer.name) && !startsWork(context, file, timer)) ||
    isLeftToPromise(file, timer.call)
  );
}
