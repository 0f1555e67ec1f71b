import * as t from '@babel/types';
import type { TextEdit } from '../../edit/text-edit.js';
import type { SyntaxFile } from '../../syntax/syntax-file.js';
import type { Reason, TransformContext } from '../../transform.js';
import { propagateAsync } from '../async-propagation.js';
import type { FunctionInFile } from '../called-function.js';
import { statementsAfter } from '../statement-list.js';
import { waitInCallers } from './caller-waits.js';
import { readsWhatHelperChanges } from './changed-answer.js';
import { callsOf } from './function-calls.js';
import type { LooseTimer } from './loose-timer.js';
import { isQuietExpression } from './timer-effects.js';
import { fixTimer, type TimerFix } from './timer-fix.js';

function isAnswer(file: SyntaxFile, statement: t.Statement): boolean {
  return t.isReturnStatement(statement) && isQuietExpression(file, statement.argument);
}

/** Does nothing but the answer follow wherever the function is called, up to the handlers? */
function onlyAnswersFollow(
  context: TransformContext,
  loose: LooseTimer,
  place: FunctionInFile = loose,
  seen: ReadonlySet<t.Function> = new Set(),
): boolean {
  if (context.handlersIn(place.file).some(({ fn }) => fn === place.fn)) return true;
  const calls = seen.has(place.fn) ? undefined : callsOf(context, place);
  if (!calls) return false;
  return calls.every(({ file, fn, call }) => {
    const statement = file.enclosingStatement(call);
    if (!statement || file.enclosingFunction(statement) !== fn) return false;
    const isStatement = t.isExpressionStatement(statement) || t.isReturnStatement(statement);
    const after = statementsAfter(file, statement, fn);
    return (
      isStatement &&
      after.every((next) => isAnswer(file, next)) &&
      !readsWhatHelperChanges(loose, { file, fn, call }) &&
      onlyAnswersFollow(context, loose, { file, fn }, new Set([...seen, place.fn]))
    );
  });
}

/** The fix with what else has to change for it. */
export function withEdits(fix: TimerFix, edits: ReadonlyMap<string, readonly TextEdit[]>): TimerFix {
  if (fix.kind === 'refusal') return fix;
  const all = new Map(fix.changeSet.edits);
  for (const [file, more] of edits) all.set(file, [...(all.get(file) ?? []), ...more]);
  return { ...fix, changeSet: { ...fix.changeSet, edits: all } };
}

/**
 * Makes the timer end before its function does; the function becomes async, with all that call it. Where more than the
 * answer follows, the handlers that call it wait at their end.
 */
export function fixTimerInHelper(context: TransformContext, loose: LooseTimer): TimerFix {
  const { file, fn, timer } = loose;
  const own = fixTimer(context, loose);
  if (own.kind === 'refusal') return own;
  const isBeforeAnswers = onlyAnswersFollow(context, loose);
  const calls = own.kind === 'safe' && !isBeforeAnswers ? callsOf(context, { file, fn }) : undefined;
  const waiting = calls && waitInCallers(context, loose, calls);
  if (waiting) return withEdits(own, waiting);
  const propagation = propagateAsync(context, [{ file, node: fn }]);
  if (!propagation.ok) return { kind: 'refusal', reason: propagation.reason };
  const fix = withEdits(own, propagation.edits);
  if (fix.kind !== 'safe') return fix;
  const [concern] = propagation.concerns;
  const reason: Reason | undefined = isBeforeAnswers
    ? concern
    : {
        code: 'order-changes',
        data: { what: 'what follows the call waits for the timer' },
        places: [file.rangeOf(timer.call)],
      };
  return reason ? { ...fix, kind: 'unsafe', reason } : fix;
}
