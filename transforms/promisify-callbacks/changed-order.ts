import * as t from '@babel/types';
import type { SyntaxFile } from '../../src/syntax/syntax-file.js';
import type { Reason, TransformContext } from '../../src/transform.js';
import { isAwaitedAtOnce, knownCallsOf } from './known-calls.js';

/**
 * A callback that runs before the call returns runs before what the callers do next, too. In the result it never does:
 * a caller that doesn't wait goes on first.
 *
 * @param resumed awaited calls whose callback may run before they return
 * @returns undefined when the order stays: Lambda waits, and so do all other callers
 */
export function changedOrder(
  context: TransformContext,
  file: SyntaxFile,
  fn: t.Function,
  resumed: readonly t.Node[],
): Reason | undefined {
  const [first] = resumed;
  if (!first || context.handlersIn(file).some((handler) => handler.fn === fn)) return undefined;
  const calls = knownCallsOf(context, file, fn);
  if (calls?.every((use) => isAwaitedAtOnce(use.file, use.call))) return undefined;
  const name = t.isCallExpression(first) ? file.slice(first.callee) : 'the call';
  return {
    code: 'order-changes',
    data: { what: `\`${name}\` may call back at once, before a caller that does not wait goes on` },
    places: [file.rangeOf(first)],
  };
}
