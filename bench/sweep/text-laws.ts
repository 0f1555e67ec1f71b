import * as t from '@babel/types';
import { SyntaxFile } from '../../src/syntax/syntax-file.js';
import type { FileChange } from '../../src/report/report.js';

/** How often each text occurs. */
function countTexts(texts: readonly string[]): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const text of texts) counts.set(text, (counts.get(text) ?? 0) + 1);
  return counts;
}

function findLost(before: readonly string[], after: readonly string[]): readonly string[] {
  const kept = countTexts(after);
  return [...countTexts(before)]
    .filter(([text, count]) => (kept.get(text) ?? 0) < count)
    .map(([text]) => text);
}

/** A comment may move to another indentation, nothing else. */
function commentsOf(file: SyntaxFile): readonly string[] {
  return file.comments.map(({ value }) => value.replaceAll(/\n[ \t]*/g, '\n'));
}

function literalsOf(file: SyntaxFile): readonly string[] {
  return [
    ...file.nodes('StringLiteral'),
    ...file.nodes('DirectiveLiteral'),
    ...file.nodes('TemplateElement'),
    ...file.nodes('JSXText'),
    ...file.nodes('RegExpLiteral'),
  ].map((node) => (t.isTemplateElement(node) ? `\`${file.slice(node)}` : file.slice(node)));
}

/** A string's content as it may stand in a file. */
function inQuotes(content: string): readonly string[] {
  return [`'${content}'`, `"${content}"`];
}

interface LineEnds {
  readonly crlf: number;
  readonly lf: number;
}

function countLineEnds(text: string): LineEnds {
  const crlf = text.split('\r\n').length - 1;
  return { crlf, lf: text.split('\n').length - 1 - crlf };
}

/** New lines end as the file's other lines do. */
function hasForeignLineEnds(before: string, after: string): boolean {
  const had = countLineEnds(before);
  const has = countLineEnds(after);
  return (had.lf === 0 && had.crlf > 0 && has.lf > 0) || (had.crlf === 0 && has.crlf > 0);
}

function withoutMark(text: string): string {
  return text.replace(/^\uFEFF/, '');
}

function shebangOf(text: string): string {
  return /^#!.*/.exec(withoutMark(text))?.[0] ?? '';
}

/** The laws about one file's text that the rewrite breaks, one line each. */
export function findTextViolations({
  file,
  before,
  after,
  droppedStrings = [],
}: FileChange): readonly string[] {
  const old = SyntaxFile.parse(file, withoutMark(before));
  const rewritten = SyntaxFile.parse(file, withoutMark(after));
  if (!(old instanceof SyntaxFile)) return [`${file}: was changed although it does not parse`];
  if (!(rewritten instanceof SyntaxFile))
    return [`${file}:${rewritten.line}: does not parse any more: ${rewritten.message}`];
  return [
    ...findLost(commentsOf(old), commentsOf(rewritten)).map(
      (text) => `lost the comment ${JSON.stringify(text)}`,
    ),
    ...findLost(literalsOf(old), [...literalsOf(rewritten), ...droppedStrings.flatMap(inQuotes)]).map(
      (text) => `lost the literal ${text}`,
    ),
    ...(hasForeignLineEnds(before, after) ? ['has line ends of another kind'] : []),
    ...(before.endsWith('\n') !== after.endsWith('\n') ? ['has another final newline'] : []),
    ...(withoutMark(before) === before && withoutMark(after) !== after ? ['has a new byte order mark'] : []),
    ...(withoutMark(before) !== before && withoutMark(after) === after ? ['lost its byte order mark'] : []),
    ...(shebangOf(before) !== shebangOf(after) ? ['has another first line'] : []),
  ].map((violation) => `${file}: ${violation}`);
}
