import type * as t from '@babel/types';
import type { TransformContext } from '../../transform.js';
import type { PromiseResults } from './result.js';

/** Functions of the project that are about to become async, with what their promise gives. */
export type AssumedAsync = ReadonlyMap<t.Function, PromiseResults>;

const assumedBy = new WeakMap<TransformContext, AssumedAsync>();

/** The same project, in which these functions return a promise instead of taking a callback. */
export function assumingAsync(context: TransformContext, functions: AssumedAsync): TransformContext {
  const assuming = { ...context };
  assumedBy.set(assuming, functions);
  return assuming;
}

export function assumedResults(context: TransformContext, fn: t.Function): PromiseResults | undefined {
  return assumedBy.get(context)?.get(fn);
}
