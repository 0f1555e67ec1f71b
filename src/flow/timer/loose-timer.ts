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
  readonly timer: TimerCall;
}
