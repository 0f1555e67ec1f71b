import * as t from '@babel/types';
import { endOf } from '../../syntax/syntax-file.js';
import type { Conversion } from './conversion.js';
import { effectOfNext, isHarmless } from './effects.js';
import { endsLine } from './layout.js';
import type { Next, Place } from './place.js';
import { convertWithReleaseBehind } from './release-behind.js';
import type { Converters, Step } from './step.js';

/** Statements behind a call that run while it goes on: in the result they stand between its start and the `await`. */
export interface CodeBehind {
  /** With the line end in front of them. */
  readonly text: string;
  readonly end: number;
}

/** The statements that follow a step up to the function's end, when they follow it in one list. */
export function siblingsBehind(c: Conversion, step: Step, next: Next): readonly t.Statement[] | undefined {
  const parent = c.file.parentOf(step.node);
  if (!step.isInList || !t.isBlockStatement(parent) || step.node === step.expression) return undefined;
  const behind = parent.body.slice(parent.body.findIndex((statement) => statement === step.node) + 1);
  const isAll =
    behind.length === next.length && behind.every((statement, index) => statement === next[index]);
  return isAll && behind.length > 0 ? behind : undefined;
}

/** Does the statement end the function, which the callback's body would then be left out of? */
function leaves(c: Conversion, statement: t.Statement): boolean {
  const fn = c.file.enclosingFunction(statement);
  return c.file
    .nodes('ReturnStatement')
    .some((node) => c.file.contains(statement, node) && c.file.enclosingFunction(node) === fn);
}

/**
 * The code behind a call that may run before its callback in the result as well: it can't throw, and nobody sees
 * more of it than a line in the log.
 */
export function codeBehind(c: Conversion, step: Step, next: Next, place: Place): CodeBehind | undefined {
  const siblings = siblingsBehind(c, step, next) ?? [];
  const last = siblings.at(-1);
  if (
    !last ||
    siblings.some((statement) => leaves(c, statement)) ||
    step.isReturned ||
    place.shift !== 0 ||
    !endsLine(c.file, step.end)
  )
    return undefined;
  if (!isHarmless(effectOfNext(c.file, c.completions, next))) return undefined;
  const end = endOf(last);
  return { text: c.file.text.slice(step.end, end), end };
}

/**
 * Writes a call that code follows: the call is started, the code runs, and then the call is awaited.
 *
 * @returns false when the code would be seen elsewhere than today
 */
export function convertWithCodeBehind(
  c: Conversion,
  step: Step,
  place: Place,
  next: Next,
  convert: Converters,
): boolean {
  if (convertWithReleaseBehind(c, step, next, place, convert)) return true;
  const behind = codeBehind(c, step, next, place);
  if (!behind) return false;
  convert.step(c, { ...step, behind }, place, []);
  c.replace(step.end, behind.end, '');
  return true;
}

/** Text that goes on behind a call which was started as `name`: the code behind it, and the `await`. */
export function goOn(c: Conversion, { text }: CodeBehind, place: Place, awaited: string): string {
  return `${text}${c.file.style.lineEnd}${place.indent}${awaited}`;
}
