import type * as t from '@babel/types';
import { closureRoleOf } from '../../src/flow/closure-role.js';
import { type Clearing, clearingOf } from '../../src/flow/timer/cleared-timer.js';
import type { TimerCall } from '../../src/flow/timer/timer-call.js';
import type { TimerHandle } from '../../src/flow/timer/timer-handle.js';
import type { SyntaxFile } from '../../src/syntax/syntax-file.js';

/** The statement of the function that starts the timer, itself or in the executor of a promise. */
function startingStatement(file: SyntaxFile, fn: t.Function, call: t.Node): t.Statement | undefined {
  const around = file.enclosingFunction(call);
  if (!around || (around !== fn && closureRoleOf(file, around).kind !== 'executor')) return undefined;
  let starting = file.enclosingStatement(call);
  while (starting && file.enclosingFunction(starting) !== fn) {
    const outer = file.parentOf(starting);
    starting = outer && file.enclosingStatement(outer);
  }
  return starting;
}

/** How a timer that has a name in an async function is cleared there; undefined for other timers. */
export function clearingOfNamed(
  file: SyntaxFile,
  { call }: TimerCall,
  handle: TimerHandle,
): Clearing | undefined {
  if (handle.kind !== 'variable') return undefined;
  const fn = file.enclosingFunction(handle.binding.identifier);
  const starting = fn?.async ? startingStatement(file, fn, call) : undefined;
  return fn && starting && clearingOf(file, fn, handle.binding, starting);
}
