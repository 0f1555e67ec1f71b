import * as t from '@babel/types';
import type { TextEdit } from '../../edit/text-edit.js';
import { endOf, startOf, type SyntaxFile } from '../../syntax/syntax-file.js';
import type { Reason, TransformContext } from '../../transform.js';
import { propagateAsync } from '../async-propagation.js';
import { statementsAfter } from '../statement-list.js';
import { readsWhatHelperChanges } from './changed-answer.js';
import type { LooseTimer } from './loose-timer.js';
import { isQuietExpression } from './timer-effects.js';
import { fixTimer, type TimerFix } from './timer-fix.js';

interface Place {
  readonly file: SyntaxFile;
  readonly fn: t.Function;
}

function isAnswer(file: SyntaxFile, statement: t.Statement): boolean {
  return t.isReturnStatement(statement) && isQuietExpression(file, statement.argument);
}

/** Where a function is called, in every file; undefined when that is not known. */
function callsOf(
  context: TransformContext,
  { file, fn }: Place,
): readonly (Place & { call: t.CallExpression })[] | undefined {
  const usage = context.types.usageOf(file.rangeOf(fn));
  if (usage.is !== 'yes') return undefined;
  const uses = usage.value.references.filter(({ kind }) => kind !== 'mention');
  const calls = uses.flatMap((reference) => {
    const caller = context.fileAt(reference.file);
    const isCall = (node: t.Node): boolean =>
      startOf(node) === reference.start && endOf(node) === reference.end;
    const call = caller?.nodes('CallExpression').find(isCall);
    const around = call && caller?.enclosingFunction(call);
    return caller && call && around ? { file: caller, fn: around, call } : [];
  });
  return calls.length === uses.length ? calls : undefined;
}

/** Does nothing but the answer follow wherever the function is called, up to the handlers? */
function onlyAnswersFollow(
  context: TransformContext,
  loose: LooseTimer,
  place: Place = loose,
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

/** Makes the timer end before its function does; the function becomes async, with all that call it. */
export function fixTimerInHelper(context: TransformContext, loose: LooseTimer): TimerFix {
  const { file, fn, timer } = loose;
  const own = fixTimer(context, loose);
  if (own.kind === 'refusal') return own;
  const propagation = propagateAsync(context, [{ file, node: fn }]);
  if (!propagation.ok) return { kind: 'refusal', reason: propagation.reason };
  const fix = withEdits(own, propagation.edits);
  if (fix.kind !== 'safe') return fix;
  const [concern] = propagation.concerns;
  const reason: Reason | undefined = onlyAnswersFollow(context, loose)
    ? concern
    : {
        code: 'order-changes',
        data: { what: 'what follows the call waits for the timer' },
        places: [file.rangeOf(timer.call)],
      };
  return reason ? { ...fix, kind: 'unsafe', reason } : fix;
}
