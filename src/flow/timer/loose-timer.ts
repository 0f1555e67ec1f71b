import type * as t from '@babel/types';
import type { SyntaxFile } from '../../syntax/syntax-file.js';
import type { TimerCall } from './timer-call.js';

/** A timer that nobody waits for, in an async function. */
export interface LooseTimer {
  readonly file: SyntaxFile;
  /** The function whose end is the answer. */
  readonly fn: t.Function;
  /** The statement that is nothing but the call. */
  readonly statement: t.Statement;
  /** Only where this holds: `isOn && setTimeout(…)`. */
  readonly guard?: t.Expression | undefined;
  readonly timer: TimerCall;
}

/** `isOn && ` as the head of an `if`. */
export function guardText({ file, guard }: LooseTimer): string {
  return guard ? `if (${file.slice(guard)}) ` : '';
}
