import * as t from '@babel/types';
import type { Conversion } from './conversion.js';

/**
 * Does every way through the statements end the function?
 *
 * @param when `today`: by `return` or `throw` as written; `result`: in direct style, where a completion ends it too.
 */
export function endsAlways(
  c: Conversion,
  statements: readonly t.Statement[],
  when: 'today' | 'result',
): boolean {
  const ends = (statement: t.Statement | null | undefined): boolean => {
    if (!statement) return false;
    if (t.isReturnStatement(statement) || t.isThrowStatement(statement)) return true;
    if (t.isBlockStatement(statement)) return endsAlways(c, statement.body, when);
    if (t.isIfStatement(statement)) return ends(statement.consequent) && ends(statement.alternate);
    if (when === 'today' || !t.isExpressionStatement(statement)) return false;
    return (
      c.completions.completionOf(statement.expression) !== undefined || endsInCallback(statement.expression)
    );
  };
  /** A call in callback form is awaited in the result, with the callback's body behind it. */
  const endsInCallback = (expression: t.Expression): boolean => {
    const last = t.isCallExpression(expression) ? expression.arguments.at(-1) : undefined;
    if (!t.isFunction(last)) return last !== undefined && c.completions.asCallback(last) !== undefined;
    if (t.isBlockStatement(last.body)) return endsAlways(c, last.body.body, when);
    return c.completions.completionOf(last.body) !== undefined;
  };
  return statements.some(ends);
}
