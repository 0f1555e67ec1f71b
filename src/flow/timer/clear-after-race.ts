import * as t from '@babel/types';
import { type ChangeSet, changeSetOf } from '../../edit/change-set.js';
import { FileEdits } from '../../edit/file-edits.js';
import { findLiteralRanges } from '../../syntax/literal-ranges.js';
import { isTypeScript } from '../../syntax/is-typescript.js';
import { endOf, startOf, type SyntaxFile } from '../../syntax/syntax-file.js';
import type { Reason, TransformContext } from '../../transform.js';
import { addFinally, wrapInTry } from '../finally-edits.js';
import { nameUsedOutside, placeOf, type StatementPlace } from '../statement-list.js';
import { awaitReturnedPromises } from './pending-answer.js';
import type { RaceTimer, TimedRace } from './race-timer.js';

/** The variable that holds the timer of a race. */
export interface TimerVariable {
  readonly name: string;
  /** What declares it; nothing where the function does already. */
  readonly head: readonly string[];
}

/** How the timer is cleared when the race is over. */
export type RaceEnd =
  /** In a `finally` around the statements, or of the `try` around them. */
  | { readonly kind: 'finally'; readonly place: StatementPlace; readonly outer: t.TryStatement | undefined }
  /** By the promise of the race, where no `await` can stand. */
  | { readonly kind: 'promise' }
  /** The same for an arrow function that is nothing but the race, and gets a block. */
  | { readonly kind: 'only-race' };

/** The enclosing `try` of the function that has no `finally` yet. */
function openTryAround(file: SyntaxFile, fn: t.Function, node: t.Node): t.TryStatement | undefined {
  for (const ancestor of file.ancestors(node)) {
    if (ancestor === fn) return undefined;
    if (t.isTryStatement(ancestor) && !ancestor.finalizer && file.contains(ancestor.block, node))
      return ancestor;
  }
  return undefined;
}

function notConvertible(file: SyntaxFile, what: string, place: t.Node): Reason {
  return { code: 'not-convertible', data: { what }, places: [file.rangeOf(place)] };
}

/** Is the expression body the race, with nothing around it that would have to go? */
function isPlainBody({ file, fn, race }: TimedRace): boolean {
  const arrow = file.text.lastIndexOf('=>', startOf(race));
  return fn.body === race && file.text.slice(arrow + 2, startOf(race)).trim() === '';
}

export function raceEndOf(timed: TimedRace): RaceEnd | Reason {
  const { file, fn, statement, race } = timed;
  if (!t.isBlockStatement(fn.body))
    return isPlainBody(timed)
      ? { kind: 'only-race' }
      : notConvertible(file, 'the race is part of an expression', race);
  const place = placeOf(file, statement);
  if (!place) return notConvertible(file, 'the race stands alone in a branch', statement);
  if (!fn.async) return { kind: 'promise' };
  const outer = openTryAround(file, fn, statement);
  const outside = outer ? undefined : nameUsedOutside(file, place.list.slice(place.index));
  return outside
    ? notConvertible(file, `\`${outside.name}\` is used outside the block that would hold it`, outside)
    : { kind: 'finally', place, outer };
}

/** A new variable for a timer. */
export function newTimerVariable(file: SyntaxFile): TimerVariable {
  const name = file.freshName('timer');
  const type = isTypeScript(file.path) ? ': NodeJS.Timeout | undefined' : '';
  return { name, head: [`let ${name}${type}${file.style.semicolon}`] };
}

/** Declares the variable, and clears the timer in it when the race is over. */
export function clearAtRaceEnd(
  context: TransformContext,
  edits: FileEdits,
  { file, fn, statement, race }: TimedRace,
  end: RaceEnd,
  { name, head }: TimerVariable,
): void {
  const { semicolon, lineEnd, indent } = file.style;
  const clearing = `clearTimeout(${name})`;
  switch (end.kind) {
    case 'finally': {
      const { place, outer } = end;
      const span = { place, first: place.index, end: place.list.length };
      awaitReturnedPromises(context, file, edits, fn, span);
      if (outer) addFinally(file, edits, outer, [clearing + semicolon], { head });
      else wrapInTry(file, edits, span, [clearing + semicolon], { head });
      return;
    }
    case 'promise': {
      const at = startOf(statement);
      edits.insert(at, head.map((line) => line + lineEnd + file.indentAt(at)).join(''));
      edits.insert(endOf(race), `.finally(() => ${clearing})`);
      return;
    }
    case 'only-race': {
      const arrowEnd = file.text.lastIndexOf('=>', startOf(race)) + 2;
      const outer = file.indentAt(startOf(fn));
      edits.replace(arrowEnd, startOf(race), [' {', ...head, 'return '].join(lineEnd + outer + indent));
      edits.insert(endOf(race), `.finally(() => ${clearing})${semicolon}${lineEnd}${outer}}`);
      const isOnArrowLine = !file.text.slice(arrowEnd, startOf(race)).includes('\n');
      if (isOnArrowLine) edits.reindent(startOf(race), endOf(race), 1);
    }
  }
}

export function editsOf(file: SyntaxFile): FileEdits {
  return new FileEdits({ text: file.text, indent: file.style.indent, literals: findLiteralRanges(file) });
}

/** Keeps the timer in a variable. */
function keepTimer({ file, call, binding }: RaceTimer, edits: FileEdits): TimerVariable {
  if (binding) return { name: binding.name, head: [] };
  const variable = newTimerVariable(file);
  const isBody = t.isArrowFunctionExpression(file.parentOf(call));
  edits.insert(startOf(call), `${isBody ? '{ ' : ''}${variable.name} = `);
  if (isBody) edits.insert(endOf(call), `${file.style.semicolon} }`);
  return variable;
}

/** The timer that loses a race is cleared when the race is over. */
export function clearAfterRace(context: TransformContext, timer: RaceTimer): ChangeSet | Reason {
  const end = raceEndOf(timer);
  if ('code' in end) return end;
  const edits = editsOf(timer.file);
  clearAtRaceEnd(context, edits, timer, end, keepTimer(timer, edits));
  return changeSetOf(timer.file.path, edits.toEdits());
}
