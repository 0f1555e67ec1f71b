import * as t from '@babel/types';
import type { FileEdits } from '../edit/file-edits.js';
import { endOf, startOf, type SyntaxFile } from '../syntax/syntax-file.js';
import type { StatementPlace } from './statement-list.js';

/** Statements of one list: from `first` on, up to but not including `end`. */
export interface StatementSpan {
  readonly place: StatementPlace;
  readonly first: number;
  readonly end: number;
}

/** Behind the statement in front, so that comments above the first one are inside; undefined on the same line. */
function startBehindPrevious(file: SyntaxFile, { place, first }: StatementSpan): number | undefined {
  const [previous, next] = [place.list[first - 1], place.list[first]];
  if (!next) return undefined;
  const ownLine = file.nextLineStart(previous ? endOf(previous) : startOf(place.owner));
  if (ownLine > startOf(next)) return undefined;
  let start = ownLine;
  while (file.text.slice(start, file.nextLineStart(start)).trim() === '') start = file.nextLineStart(start);
  return start;
}

/** At the line of the block's closing brace, or behind the last statement's line; undefined on the same line. */
function spanEnd(file: SyntaxFile, { place, end }: StatementSpan): number | undefined {
  const [last, next] = [place.list[end - 1], place.list[end]];
  if (last && next) {
    const behind = file.nextLineStart(endOf(last));
    const start = file.lineStart(commentedStart(file, next));
    return file.text.slice(behind, start).trim() === '' ? Math.min(behind, start) : start;
  }
  if (t.isSwitchCase(place.owner)) return file.nextLineStart(endOf(place.owner));
  const brace = endOf(place.owner) - 1;
  const line = file.lineStart(brace);
  return file.text.slice(line, brace).trim() === '' ? line : undefined;
}

/** Start of the comments directly above a statement, or of the statement. */
function commentedStart(file: SyntaxFile, statement: t.Statement): number {
  let start = startOf(statement);
  for (const comment of [...file.comments].reverse()) {
    const isAbove = endOf(comment) <= start && file.nextLineStart(endOf(comment)) === file.lineStart(start);
    const isOwnLine = file.text.slice(file.lineStart(startOf(comment)), startOf(comment)).trim() === '';
    if (isAbove && isOwnLine) start = startOf(comment);
  }
  return start;
}

/** Lines that go with the `try`. */
export interface TryLines {
  /** In front of it. */
  readonly head?: readonly string[];
  /** In a `catch (error)` of its own. */
  readonly onError?: readonly string[];
}

function openTry(file: SyntaxFile, edits: FileEdits, span: StatementSpan, head: readonly string[]): number {
  const { place, first } = span;
  const { indent, lineEnd } = file.style;
  const [previous, next] = [place.list[first - 1], place.list[first]];
  if (!next) throw new RangeError('no statements to wrap');
  const outer = file.indentAt(startOf(previous ?? next));
  const opening = [...head, 'try {'].map((line) => outer + line + lineEnd).join('');
  const behind = startBehindPrevious(file, span);
  if (behind !== undefined) {
    const start = head.length > 0 ? file.lineStart(commentedStart(file, next)) : behind;
    edits.insert(start, opening);
    return start;
  }
  const from = previous ? endOf(previous) : startOf(place.owner) + 1;
  edits.replace(from, startOf(next), lineEnd + opening + outer + indent);
  return startOf(next);
}

function closeTry(
  file: SyntaxFile,
  edits: FileEdits,
  span: StatementSpan,
  outer: string,
  release: readonly string[],
  onError: readonly string[],
): number {
  const { place, end } = span;
  const { indent, lineEnd } = file.style;
  const inner = (lines: readonly string[]): string[] => lines.map((line) => indent + line);
  const caught = onError.length > 0 ? ['} catch (error) {', ...inner(onError)] : [];
  const lines = [...caught, '} finally {', ...inner(release), '}'];
  const tail = lines.map((line) => outer + line).join(lineEnd);
  const at = spanEnd(file, span);
  const last = place.list[end - 1];
  if (at !== undefined || !last) {
    edits.insert(at ?? endOf(place.owner), tail + lineEnd);
    return at ?? endOf(place.owner);
  }
  const brace = endOf(place.owner) - 1;
  edits.replace(endOf(last), brace, lineEnd + tail + lineEnd + file.indentAt(startOf(place.owner)));
  return endOf(last);
}

/** `try { … } finally { release }` around statements. */
export function wrapInTry(
  file: SyntaxFile,
  edits: FileEdits,
  span: StatementSpan,
  release: readonly string[],
  { head = [], onError = [] }: TryLines = {},
): void {
  const { list } = span.place;
  const beside = list[span.first - 1] ?? list[span.first];
  const outer = beside ? file.indentAt(startOf(beside)) : '';
  const start = openTry(file, edits, span, head);
  const end = closeTry(file, edits, span, outer, release, onError);
  // From the line break in front, so that the first line counts.
  edits.reindent(start - 1, end, 1);
}

/** A `finally` behind a `try` that has none. */
export function addFinally(
  file: SyntaxFile,
  edits: FileEdits,
  tryStatement: t.TryStatement,
  release: readonly string[],
  { head = [] }: Pick<TryLines, 'head'> = {},
): void {
  const { indent, lineEnd } = file.style;
  const outer = file.indentAt(startOf(tryStatement));
  if (head.length > 0)
    edits.insert(startOf(tryStatement), head.map((line) => line + lineEnd + outer).join(''));
  const inner = outer + indent;
  const body = release.map((line) => inner + line).join(lineEnd);
  edits.insert(endOf(tryStatement), ` finally {${lineEnd}${body}${lineEnd}${outer}}`);
}

/** Whole lines, with the blank line that would be one too many without them. */
function withBlankLine(file: SyntaxFile, start: number, end: number): [start: number, end: number] {
  const before = file.lineStart(start - 1);
  const after = file.nextLineStart(end);
  if (file.text.slice(before, start).trim() !== '') return [start, end];
  if (file.text.slice(end, after).trim() === '') return [start, after];
  return file.text.slice(end, after).trim().startsWith('}') ? [before, end] : [start, end];
}

/** Takes a statement away with its lines, its comments (which move) included. */
export function removeStatement(
  file: SyntaxFile,
  edits: FileEdits,
  statement: t.Statement,
  comments: readonly t.Comment[],
): void {
  const start = Math.min(startOf(statement), ...comments.map(startOf));
  const end = Math.max(endOf(statement), ...comments.map(endOf));
  const line = file.lineStart(start);
  const next = file.nextLineStart(end);
  const isAlone = file.text.slice(line, start).trim() === '' && file.text.slice(end, next).trim() === '';
  const behind = /^[ \t]*/.exec(file.text.slice(end, next))?.[0].length ?? 0;
  if (isAlone) edits.remove(...withBlankLine(file, line, next));
  else edits.remove(start, end + behind);
}
