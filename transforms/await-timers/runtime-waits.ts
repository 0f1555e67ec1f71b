import * as t from '@babel/types';
import type { TimerCall } from '../../src/flow/timer/timer-call.js';
import type { SyntaxFile } from '../../src/syntax/syntax-file.js';
import { memberName } from '../../src/syntax/unwrap.js';

/** After `callback(…)` the runtime waits for the event loop to drain, unless it is told not to, or asked by the context. */
export function isWaitedForByRuntime(file: SyntaxFile, handler: t.Function): boolean {
  const text = file.slice(handler);
  return (
    !handler.async &&
    handler.params.length >= 3 &&
    !/callbackWaitsForEmptyEventLoop|\.(?:succeed|fail|done)\(/.test(text)
  );
}

/** `callback(…)`, `context.succeed(…)`: the handler answers when the timer runs, not before. */
export function answersInTimer(file: SyntaxFile, handler: t.Function, { callback }: TimerCall): boolean {
  const [, context, completion] = handler.params;
  const isParameter = (node: t.Node, parameter: t.Node | undefined): boolean =>
    t.isIdentifier(node) && parameter !== undefined && file.bindingOf(node)?.identifier === parameter;
  if (isParameter(callback, completion)) return true;
  return file.nodes('CallExpression').some((call) => {
    const { callee } = call;
    if (!file.contains(callback, call)) return false;
    const isContext = t.isMemberExpression(callee) && isParameter(callee.object, context);
    return (
      isParameter(callee, completion) ||
      (isContext && ['succeed', 'fail', 'done'].includes(memberName(callee) ?? ''))
    );
  });
}
