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
  const planned = { awaited: new Set(direct.awaited), failing: direct.failing };
  const left = direct.functions.flatMap((converted) => {
    const { work, unknown } = startedWork(context, file, converted, planned);
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
    return waitSwitches(file, fn).some(
      ({ statement, value }) =>
        t.isBooleanLiteral(value, { value: false }) && file.parentOf(statement) === fn.body,
    );
  return answersByContext(file, context);
}

/** `context.callbackWaitsForEmptyEventLoop = value;` */
interface WaitSwitch {
  readonly statement: t.ExpressionStatement;
  readonly value: t.Expression;
}

function waitSwitches(file: SyntaxFile, fn: t.Function): readonly WaitSwitch[] {
  const [, context] = fn.params;
  const binding = t.isIdentifier(context) ? file.bindingOf(context) : undefined;
  return (binding?.references ?? []).flatMap((reference) => {
    const member = file.parentOf(reference);
    if (!t.isMemberExpression(member) || memberName(member) !== 'callbackWaitsForEmptyEventLoop') return [];
    const assignment = file.parentOf(member);
    const statement = assignment && file.parentOf(assignment);
    if (!t.isAssignmentExpression(assignment) || assignment.left !== member) return [];
    return t.isExpressionStatement(statement) ? [{ statement, value: assignment.right }] : [];
  });
}

/** Whether Lambda waits for the event loop to empty means nothing to an async handler. A block keeps what it has alone. */
export function deadSwitches(file: SyntaxFile, fn: t.Function): readonly t.Statement[] {
  return waitSwitches(file, fn)
    .map(({ statement }) => statement)
    .filter((statement) => {
      const block = file.parentOf(statement);
      return block === fn.body || (t.isBlockStatement(block) && block.body.length > 1);
    })
    .filter((statement) => file.enclosingFunction(statement) === fn);
}
