import * as t from '@babel/types';
import { answersByContext, answersOf } from './answers.js';
import type { DirectStyle } from '../../src/flow/direct-style/direct-style.js';
import { startedWork } from '../../src/flow/started-work.js';
import { isUsed } from '../../src/syntax/binding.js';
import type { SyntaxFile } from '../../src/syntax/syntax-file.js';
import { memberName } from '../../src/syntax/unwrap.js';
import type { Reason, TransformContext } from '../../src/transform.js';

/**
 * What a handler starts and doesn't wait for. Lambda waits for the event loop to empty before it sends what a callback
 * was given, and doesn't for an async handler: such work would be cut off.
 *
 * @returns undefined when nothing goes on after the answer, or Lambda doesn't wait today either
 */
export function findWorkAfterAnswer(
  context: TransformContext,
  file: SyntaxFile,
  fn: t.Function,
  direct: DirectStyle,
): Reason | undefined {
  if (direct.endsAlways && neverWaits(file, fn)) return undefined;
  const awaited = new Set(direct.awaited);
  const left = direct.functions.flatMap((converted) => {
    const { work, unknown } = startedWork(context, file, converted, awaited);
    return [...work, ...unknown];
  });
  const [first] = left;
  if (!first) return undefined;
  const what = file.text.slice(first.start, first.end).split('\n')[0] ?? '';
  return { code: 'work-after-answer', data: { what }, places: left };
}

/** Answers through the context, or with `callbackWaitsForEmptyEventLoop` off, are sent at once. */
function neverWaits(file: SyntaxFile, fn: t.Function): boolean {
  const { callback, context } = answersOf(file, fn);
  if (isUsed(callback))
    return waitSwitches(file, fn).some(({ right }) => t.isBooleanLiteral(right, { value: false }));
  return answersByContext(file, context);
}

/** `context.callbackWaitsForEmptyEventLoop = …` in the handler's own statements. */
export function waitSwitches(file: SyntaxFile, fn: t.Function): readonly t.AssignmentExpression[] {
  const [, context] = fn.params;
  const binding = t.isIdentifier(context) ? file.bindingOf(context) : undefined;
  if (!binding || !t.isBlockStatement(fn.body)) return [];
  return fn.body.body.flatMap((statement) => {
    const expression = t.isExpressionStatement(statement) ? statement.expression : undefined;
    if (!t.isAssignmentExpression(expression) || !t.isMemberExpression(expression.left)) return [];
    const { left } = expression;
    const isSwitch = memberName(left) === 'callbackWaitsForEmptyEventLoop';
    return isSwitch && t.isIdentifier(left.object) && file.bindingOf(left.object) === binding
      ? [expression]
      : [];
  });
}
