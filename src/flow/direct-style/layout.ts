import * as t from '@babel/types';
import type { SyntaxFile } from '../../syntax/syntax-file.js';
import { endOf, startOf } from '../../syntax/syntax-file.js';
import type { Conversion } from './conversion.js';
import type { Place } from './place.js';

/** How many levels a piece of leading white space makes; a tab is one level in any file. */
export function levelsOf(unit: string, indent: string): number {
  const tabs = indent.split('\t').length - 1;
  const spaces = indent.length - tabs;
  return tabs + (unit === '\t' ? 0 : Math.round(spaces / unit.length));
}

/** One level deeper. */
export function deeper(c: Conversion, indent: string): string {
  return indent + c.indent;
}

/**
 * Moves the lines that begin in the range from their present indentation to the place's.
 *
 * @returns the place with the shift that its lines now have
 */
export function moveLines(c: Conversion, start: number, end: number, present: string, place: Place): Place {
  const shift = levelsOf(c.indent, place.indent) - levelsOf(c.indent, present);
  c.edits.reindent(start, end, shift - place.shift);
  return { ...place, shift };
}

/** Offset behind the last text before this offset that is not white space. */
export function endOfTextBefore(file: SyntaxFile, offset: number): number {
  return file.text.slice(0, offset).trimEnd().length;
}

/** The indentation that a line has when the place's shift is applied to it. */
export function indentInResult(c: Conversion, statement: t.Node, place: Place): string {
  const present = c.file.indentAt(startOf(statement));
  if (place.shift === 0) return present;
  const levels = levelsOf(c.indent, present) + place.shift;
  return levels > 0 ? c.indent.repeat(levels) : '';
}

/** Does the line that this offset is in hold nothing before it but white space? */
export function startsLine(file: SyntaxFile, offset: number): boolean {
  return file.text.slice(file.lineStart(offset), offset).trim() === '';
}

/** Does the line that this offset is in hold nothing behind it but white space? */
export function endsLine(file: SyntaxFile, offset: number): boolean {
  return file.text.slice(offset, file.nextLineStart(offset)).trim() === '';
}

/** Has a line begin with what stands at the offset, in the result. */
export function beginLine(c: Conversion, offset: number, indent: string): void {
  if (startsLine(c.file, offset) || c.isReplacedBefore(offset)) return;
  c.replace(endOfTextBefore(c.file, offset), offset, `${c.file.style.lineEnd}${indent}`);
}

/** What stands inside the braces of a block, comments included; a statement without braces is all there is. */
export function insideOf(
  file: SyntaxFile,
  branch: t.Statement,
): { readonly start: number; readonly end: number } {
  if (!t.isBlockStatement(branch)) return { start: startOf(branch), end: endOf(branch) };
  const brace = startOf(branch) + 1;
  const text = file.text.slice(brace, endOf(branch) - 1);
  const start = brace + text.length - text.trimStart().length;
  return { start, end: Math.max(start, endOfTextBefore(file, endOf(branch) - 1)) };
}

/** The comments of a range that goes away, to be put on lines of their own. */
export function commentLines(c: Conversion, start: number, end: number, indent: string): string {
  const { lineEnd } = c.file.style;
  return c.file
    .commentsIn(start, end)
    .map((comment) => `${indent}${c.file.text.slice(startOf(comment), endOf(comment))}${lineEnd}`)
    .join('');
}

/** Takes a statement away. */
export function removeStatement(c: Conversion, statement: t.Node): void {
  const { start, end } = rangeToRemove(c.file, statement);
  c.replace(start, end, '');
}

/** What goes with a statement: its line when nothing else is on it, or else the space beside it. */
export function rangeToRemove(
  file: SyntaxFile,
  statement: t.Node,
): { readonly start: number; readonly end: number } {
  const start = startOf(statement);
  const end = endOf(statement);
  if (startsLine(file, start) && endsLine(file, end))
    return { start: startOfRemovedLines(file, start, end), end: endOfRemovedLines(file, start, end) };
  if (startsLine(file, start))
    return { start, end: end + (/^[ \t]*/.exec(file.text.slice(end))?.[0].length ?? 0) };
  return { start: endOfTextBefore(file, start), end };
}

/** A blank line in front of a removed one that ends its block goes as well. */
function startOfRemovedLines(file: SyntaxFile, start: number, end: number): number {
  const line = file.lineStart(start);
  const endsBlock = /^\s*\}/.test(file.text.slice(file.nextLineStart(end)));
  const blank = /(?<=\n)[ \t]*\r?\n$/.exec(file.text.slice(0, line))?.[0].length ?? 0;
  return endsBlock ? line - blank : line;
}

/** The line behind a removed one; a blank line that would then begin a block or the file goes as well. */
export function endOfRemovedLines(file: SyntaxFile, start: number, end: number): number {
  const next = file.nextLineStart(end);
  const before = file.text.slice(0, start).trimEnd();
  const beginsBlock = before === '' || (before.endsWith('{') && !isInComment(file, before.length - 1));
  const isBlank = /^[ \t]*\r?\n/.test(file.text.slice(next));
  return beginsBlock && isBlank ? file.nextLineStart(next) : next;
}

function isInComment(file: SyntaxFile, offset: number): boolean {
  return file.comments.some((comment) => startOf(comment) <= offset && offset < endOf(comment));
}

/** The offset of the call's opening parenthesis. */
export function openingParenthesis(file: SyntaxFile, call: t.CallExpression): number {
  const from = endOf(call.typeArguments ?? call.typeParameters ?? call.callee);
  let at = file.text.indexOf('(', from);
  for (const comment of file.comments)
    if (startOf(comment) <= at && at < endOf(comment)) at = file.text.indexOf('(', endOf(comment));
  // A parenthesised callee has its closing parenthesis before the argument list.
  return at;
}
