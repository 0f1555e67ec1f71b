import { findStopOfAwait } from '../../src/flow/async-stop.js';
import { awaitContextOf, isAwaitAName } from '../../src/flow/await-context.js';
import { canAwaitAtTopLevel } from '../../src/flow/top-level-await.js';
import type { SyntaxFile } from '../../src/syntax/syntax-file.js';
import type { Reason, TransformContext } from '../../src/transform.js';
import type { FloatingPromise } from './floating-promise.js';

/** What in the place itself forbids an `await` there, or the `Promise.all` that it needs. */
export function findAwaitObstacle(
  context: TransformContext,
  { file, expression, mend }: FloatingPromise,
): Reason | undefined {
  const { packages } = context;
  if (isAwaitAName(file)) return { code: 'await-is-a-name' };
  if (mend.kind === 'refuse') return mend.reason;
  if (mend.needsPromise && declaresName(file, 'Promise')) return { code: 'promise-is-redefined' };
  if (mend.kind === 'rewrite') return undefined;
  const where = awaitContextOf(file, expression);
  if (where.kind === 'never')
    return { code: 'no-await-here', data: { place: where.place }, places: [file.rangeOf(where.node)] };
  if (where.kind === 'top-level' && !canAwaitAtTopLevel(file, packages))
    return { code: 'commonjs-top-level' };
  for (const { fn } of context.handlersIn(file)) {
    const stop = file.contains(fn, expression) ? findStopOfAwait(context, file, fn) : undefined;
    if (stop) return stop;
  }
  return undefined;
}

/** Does the file bind this name anywhere (`import Promise from 'bluebird'`)? */
function declaresName(file: SyntaxFile, name: string): boolean {
  return file.nodes('Identifier').some((node) => node.name === name && file.bindingOf(node) !== undefined);
}
