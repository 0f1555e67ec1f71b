import type * as t from '@babel/types';
import type { TopLevelRequest } from '../../edit/change-set.js';
import type { SyntaxFile } from '../../syntax/syntax-file.js';
import type { Reason } from '../../transform.js';

/** How the callback's result parameters come out of the awaited value. */
export type PromiseResults =
  /** There are none: parameters behind the error are always undefined. */
  | { readonly kind: 'none' }
  /** The value is the first parameter behind the error. */
  | { readonly kind: 'value' }
  /** The value is an object, and the parameters behind the error are its properties in this order. */
  | { readonly kind: 'object'; readonly properties: readonly string[] };

/** How a call runs the callback that it is given. */
export interface CallbackRun {
  /** May it run before the call has returned? */
  readonly atOnce: boolean;
  /** What the callee does about an exception in it: nothing, call back with it as the error, or anything else. */
  readonly exception: 'escapes' | 'comes-back' | 'is-caught';
}

/** What functions do that wait for something, such as those of Node.js. */
export const RUNS_LATER: CallbackRun = { atOnce: false, exception: 'escapes' };

/** How a call with an error-first callback as its last argument is written as an expression that can be awaited. */
export interface PromiseForm {
  /** Text before the argument list: `readFileAsync`, or the unchanged `docClient.get`. */
  readonly callee: string;
  /** Text behind the argument list: '' or `.promise()`. */
  readonly suffix: string;
  readonly results: PromiseResults;
  readonly topLevel: readonly TopLevelRequest[];
  /** True when wrong arguments make the plain call throw synchronously: inside a recovering try/catch that would now be caught. */
  readonly throwsSynchronously: boolean;
  /** What the parameters behind the error are when there is an error; `given`: they may hold something (output so far). */
  readonly resultsOnError: 'undefined' | 'null' | 'given';
  /** How the callback form runs its callback. */
  readonly run: CallbackRun;
}

export type PromiseFormResult =
  | { readonly form: PromiseForm }
  | {
      readonly refusal: Reason;
      /** Set when there is no equal promise form, but the callback is certain to be called exactly once: how. */
      readonly callsBackOnce?: CallbackRun;
    };

export function refusal(
  file: SyntaxFile,
  node: t.Node,
  code: Reason['code'],
  what: string,
): PromiseFormResult {
  return { refusal: { code, data: { what }, places: [file.rangeOf(node)] } };
}

export function toResults(names: readonly string[]): PromiseResults {
  if (names.length === 0) return { kind: 'none' };
  return names.length === 1 ? { kind: 'value' } : { kind: 'object', properties: names };
}
