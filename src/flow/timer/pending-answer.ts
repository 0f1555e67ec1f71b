import * as t from '@babel/types';
import type { FileEdits } from '../../edit/file-edits.js';
import type { SyntaxFile } from '../../syntax/syntax-file.js';
import { memberName, unwrap } from '../../syntax/unwrap.js';
import type { TransformContext } from '../../transform.js';
import { awaitValueEdits } from '../await-insertion.js';
import type { StatementSpan } from '../finally-edits.js';
import { isThenable } from '../is-thenable.js';
import { initialValueOf } from '../module-member.js';
import { answersOf } from './changed-answer.js';
import { isQuietExpression } from './timer-effects.js';

/** A returned promise that is still pending when the `finally` waits could be rejected with nobody there to see it. */
export function mayBePending(context: TransformContext, file: SyntaxFile, value: t.Expression): boolean {
  if (t.isAwaitExpression(value)) return false;
  const answer = isThenable(context, file, value);
  if (answer !== 'unknown') return answer === 'yes';
  const node = unwrap(value);
  if (t.isIdentifier(node)) {
    const binding = file.bindingOf(node);
    const initial = binding && initialValueOf(file, binding);
    return initial?.path.length === 0 && t.isCallExpression(initial.init);
  }
  return t.isCallExpression(node) && !isQuietExpression(file, node) && !isPlainMethod(node);
}

/** `text.toUpperCase()`, `list.map(…)`: methods by which strings and arrays give plain values. */
function isPlainMethod({ callee }: t.CallExpression): boolean {
  const name = t.isMemberExpression(callee) ? memberName(callee) : undefined;
  return (
    name !== undefined && (Object.hasOwn(String.prototype, name) || Object.hasOwn(Array.prototype, name))
  );
}

/** What the function returns out of these statements that may be a promise. */
export function pendingAnswers(
  context: TransformContext,
  file: SyntaxFile,
  fn: t.Function,
  { place, first, end }: StatementSpan,
): readonly t.Expression[] {
  const statements = place.list.slice(first, end);
  return answersOf(file, fn).filter(
    (answer) =>
      statements.some((outer) => file.contains(outer, answer)) && mayBePending(context, file, answer),
  );
}

/** Answers with what is ready: the `finally` behind it waits. */
export function awaitReturnedPromises(
  context: TransformContext,
  file: SyntaxFile,
  edits: FileEdits,
  fn: t.Function,
  span: StatementSpan,
): void {
  for (const answer of pendingAnswers(context, file, fn, span))
    for (const edit of awaitValueEdits(file, answer)) edits.replace(edit.start, edit.end, edit.text);
}
