import * as t from '@babel/types';
import type { FileEdits } from '../../edit/file-edits.js';
import { endOf, startOf, type SyntaxFile } from '../../syntax/syntax-file.js';
import type { ReleasePlan } from './release-plan.js';

type Wrap = Extract<ReleasePlan, { kind: 'wrap' }>;
type Extend = Extract<ReleasePlan, { kind: 'extend' }>;

/** Where the statements to wrap begin: their first line, comments above included. */
function contentStart(file: SyntaxFile, opening: t.Statement, first: t.Statement): number | undefined {
  const ownLine = file.nextLineStart(endOf(opening));
  if (ownLine > startOf(first)) return undefined;
  let start = ownLine;
  while (file.text.slice(start, file.nextLineStart(start)).trim() === '') start = file.nextLineStart(start);
  return start;
}

/** Where they end: at the line of the block's closing brace, or behind the last one's line. */
function contentEnd(file: SyntaxFile, { place, end }: Wrap): number | undefined {
  const next = place.list[end];
  if (next) return file.lineStart(commentedStart(file, next));
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

/** `try { … } finally { release }` around the statements behind the one that opens. */
export function wrapEdits(file: SyntaxFile, edits: FileEdits, plan: Wrap, release: readonly string[]): void {
  const { indent, lineEnd } = file.style;
  const outer = file.indentAt(startOf(plan.opening));
  const inner = outer + indent;
  const first = plan.place.list[plan.first];
  const tail = [`${outer}} finally {`, ...release.map((line) => inner + line), `${outer}}`].join(lineEnd);
  if (!first) {
    const at = endOf(plan.opening);
    edits.insert(at, release.map((line) => lineEnd + outer + line).join(''));
    return;
  }
  const start = contentStart(file, plan.opening, first);
  const end = contentEnd(file, plan);
  if (start === undefined) {
    edits.replace(endOf(plan.opening), startOf(first), `${lineEnd}${outer}try {${lineEnd}${inner}`);
  } else {
    edits.insert(start, `${outer}try {${lineEnd}`);
  }
  const last = plan.place.list[plan.end - 1] ?? first;
  if (end === undefined) {
    edits.replace(
      endOf(last),
      endOf(plan.place.owner) - 1,
      `${lineEnd}${tail}${lineEnd}${file.indentAt(startOf(plan.place.owner))}`,
    );
  } else {
    edits.insert(end, tail + lineEnd);
  }
  // From the line break in front, so that the first line counts.
  edits.reindent((start ?? startOf(first)) - 1, end ?? endOf(last), 1);
}

/** A `finally` behind a `try` that has none. */
export function extendEdits(
  file: SyntaxFile,
  edits: FileEdits,
  { tryStatement, isGuarded }: Extend,
  name: string,
  release: readonly string[],
): void {
  const { indent, lineEnd } = file.style;
  const outer = file.indentAt(startOf(tryStatement));
  const inner = outer + indent;
  const lines = isGuarded ? [`if (${name}) {`, ...release.map((line) => indent + line), '}'] : release;
  const body = lines.map((line) => inner + line).join(lineEnd);
  edits.insert(endOf(tryStatement), ` finally {${lineEnd}${body}${lineEnd}${outer}}`);
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
  if (isAlone) edits.remove(line, next);
  else edits.remove(start, end);
}
