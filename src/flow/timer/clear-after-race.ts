import * as t from '@babel/types';
import { type ChangeSet, changeSetOf } from '../../edit/change-set.js';
import { FileEdits } from '../../edit/file-edits.js';
import { findLiteralRanges } from '../../syntax/literal-ranges.js';
import { endOf, startOf, type SyntaxFile } from '../../syntax/syntax-file.js';
import type { Reason, TransformContext } from '../../transform.js';
import { addFinally, wrapInTry } from '../finally-edits.js';
import { nameUsedOutside, placeOf } from '../statement-list.js';
import { awaitReturnedPromises } from './await-at-exits.js';
import type { RaceTimer } from './race-timer.js';

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

/** The name that the timer has, or gets, and what declares it. */
function nameTimer({ file, call, binding }: RaceTimer, edits: FileEdits): { name: string; head: string[] } {
  if (binding) return { name: binding.name, head: [] };
  const { semicolon } = file.style;
  const name = file.freshName('timer');
  const type = /\.[cm]?tsx?$/.test(file.path) ? ': NodeJS.Timeout | undefined' : '';
  const isBody = t.isArrowFunctionExpression(file.parentOf(call));
  edits.insert(startOf(call), `${isBody ? '{ ' : ''}${name} = `);
  if (isBody) edits.insert(endOf(call), `${semicolon} }`);
  return { name, head: [`let ${name}${type}${semicolon}`] };
}

const CLEARED_BEHIND = (name: string): string => `.finally(() => clearTimeout(${name}))`;

/** `Promise.race([…]).finally(() => clearTimeout(timer))`, where no `await` can stand. */
function clearBehindRace(timer: RaceTimer, edits: FileEdits): void {
  const { file, statement, race } = timer;
  const { name, head } = nameTimer(timer, edits);
  const at = startOf(statement);
  edits.insert(at, head.map((line) => line + file.style.lineEnd + file.indentAt(at)).join(''));
  edits.insert(endOf(race), CLEARED_BEHIND(name));
}

/** `() => Promise.race([…])` gets a block, for the timer's name. */
function clearBehindOnlyRace(timer: RaceTimer, edits: FileEdits): void {
  const { file, fn, race } = timer;
  const { semicolon, lineEnd, indent } = file.style;
  const { name, head } = nameTimer(timer, edits);
  const arrowEnd = file.text.lastIndexOf('=>', startOf(race)) + 2;
  const outer = file.indentAt(startOf(fn));
  const opening = [' {', ...head, 'return '].join(lineEnd + outer + indent);
  edits.replace(arrowEnd, startOf(race), opening);
  edits.insert(endOf(race), `${CLEARED_BEHIND(name)}${semicolon}${lineEnd}${outer}}`);
  const isOnArrowLine = !file.text.slice(arrowEnd, startOf(race)).includes('\n');
  if (isOnArrowLine) edits.reindent(startOf(race), endOf(race), 1);
}

/** Is the expression body the race, with nothing around it that would have to go? */
function isPlainBody({ file, fn, race }: RaceTimer): boolean {
  const arrow = file.text.lastIndexOf('=>', startOf(race));
  return fn.body === race && file.text.slice(arrow + 2, startOf(race)).trim() === '';
}

/** The timer that loses a race is cleared when the race is over. */
export function clearAfterRace(context: TransformContext, timer: RaceTimer): ChangeSet | Reason {
  const { file, fn, statement, race } = timer;
  const edits = new FileEdits({
    text: file.text,
    indent: file.style.indent,
    literals: findLiteralRanges(file),
  });
  const place = placeOf(file, statement);
  if (!t.isBlockStatement(fn.body)) {
    if (!isPlainBody(timer)) return notConvertible(file, 'the race is part of an expression', race);
    clearBehindOnlyRace(timer, edits);
    return changeSetOf(file.path, edits.toEdits());
  }
  if (!place) return notConvertible(file, 'the race stands alone in a branch', statement);
  if (!fn.async) {
    clearBehindRace(timer, edits);
    return changeSetOf(file.path, edits.toEdits());
  }
  const span = { place, first: place.index, end: place.list.length };
  const outer = openTryAround(file, fn, statement);
  const outside = nameUsedOutside(file, place.list.slice(place.index));
  if (!outer && outside)
    return notConvertible(file, `\`${outside.name}\` is used outside the block that would hold it`, outside);
  const { name, head } = nameTimer(timer, edits);
  const release = [`clearTimeout(${name})${file.style.semicolon}`];
  awaitReturnedPromises(context, file, edits, fn, span);
  if (outer) addFinally(file, edits, outer, release, { head });
  else wrapInTry(file, edits, span, release, { head });
  return changeSetOf(file.path, edits.toEdits());
}
