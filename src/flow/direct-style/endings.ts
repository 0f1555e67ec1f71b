import * as t from '@babel/types';
import { lastLink, lastWordsOf } from './chain-shape.js';
import { timerCallOf } from '../timer/timer-call.js';
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
    return completes(statement.expression) || endsInCallback(statement.expression);
  };
  const completes = (expression: t.Expression): boolean =>
    c.completions.completionOf(expression) !== undefined ||
    (t.isCallExpression(expression) && c.completions.asCompleter(expression.callee) !== undefined);
  /** A call in callback form is awaited in the result, with the callback's body behind it. */
  const endsInCallback = (expression: t.Expression): boolean => {
    const chain = lastWordsOf(expression)?.chain ?? expression;
    if (lastLink(chain)) return valueEnds(chain) && failureEnds(chain);
    if (!t.isCallExpression(expression)) return false;
    return endsWhenCalled(timerCallOf(c.file, expression)?.callback ?? expression.arguments.at(-1));
  };
  const endsWhenCalled = (node: t.Node | undefined): boolean => {
    if (!node) return false;
    if (t.isFunction(node)) return endsInFunction(node);
    return (c.completions.asCallback(node) ?? c.completions.asCompleter(node)) !== undefined;
  };
  const endsInFunction = ({ body }: t.Function): boolean =>
    t.isBlockStatement(body) ? endsAlways(c, body.body, when) : completes(body);
  const valueEnds = (chain: t.Expression): boolean => {
    const link = lastLink(chain);
    if (!link) return false;
    return (link.method === 'then' && endsWhenCalled(link.call.arguments[0])) || valueEnds(link.object);
  };
  /** A rejection that no link takes is thrown. */
  const failureEnds = (chain: t.Expression): boolean => {
    const link = lastLink(chain);
    if (!link) return true;
    const onFailure = link.call.arguments[link.method === 'then' ? 1 : 0];
    return (!onFailure || endsWhenCalled(onFailure)) && failureEnds(link.object);
  };
  return statements.some(ends);
}
