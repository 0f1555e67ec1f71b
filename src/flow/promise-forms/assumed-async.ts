import type * as t from '@babel/types';
import type { TransformContext } from '../../transform.js';
import type { CallbackRun, PromiseResults } from './result.js';

/** What the promise of a function gives, and how the function runs its callback today. */
export interface AssumedForm {
  readonly results: PromiseResults;
  readonly run: CallbackRun;
}

/** Functions of the project that are about to become async. */
export type AssumedAsync = ReadonlyMap<t.Function, AssumedForm>;

const assumedBy = new WeakMap<TransformContext, AssumedAsync>();

/** The same project, in which these functions return a promise instead of taking a callback. */
export function assumingAsync(context: TransformContext, functions: AssumedAsync): TransformContext {
  const assuming = { ...context };
  assumedBy.set(assuming, functions);
  return assuming;
}

export function assumedForm(context: TransformContext, fn: t.Function): AssumedForm | undefined {
  return assumedBy.get(context)?.get(fn);
}
