import * as t from '@babel/types';
import { memberName } from '../../src/syntax/unwrap.js';
import { endOf, startOf, type SyntaxFile } from '../../src/syntax/syntax-file.js';

/**
 * How vitest, jest, sinon and node:test move a clock that they have replaced: vitest.dev/api/vi.html#fake-timers,
 * jestjs.io/docs/jest-object#fake-timers, sinonjs.org/releases/latest/fake-timers, nodejs.org/api/test.html#class-mocktimers.
 */
const MOVES_CLOCK =
  /^(?:advanceTimers?\w*|runAll\w*|runOnlyPendingTimers\w*|runToLast\w*|runToFrame|tick|tickAsync|next|nextAsync)$/;

/** Where a test moves its fake clock behind the expression: waiting there would be for a time that never comes. */
export function findLaterClockMove(file: SyntaxFile, expression: t.Expression): t.Node | undefined {
  if (!/\buseFakeTimers\b|\bmock\.timers\b/.test(file.text)) return undefined;
  const fn = file.enclosingFunction(expression);
  if (!fn) return undefined;
  return file
    .nodes('CallExpression')
    .find(
      ({ callee }) =>
        t.isMemberExpression(callee) &&
        MOVES_CLOCK.test(memberName(callee) ?? '') &&
        startOf(callee) > endOf(expression) &&
        file.contains(fn, callee),
    );
}
