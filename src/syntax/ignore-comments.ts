import type * as t from '@babel/types';
import { endOf, startOf, type SyntaxFile } from './syntax-file.js';

/** A comment that tells leakfix to leave something alone. */
export interface IgnoreComment {
  /** Offsets in the file's current text. */
  readonly start: number;
  readonly end: number;
  /** Transforms by name; empty for all. */
  readonly transforms: readonly string[];
  /** What the comment says behind `--`; `''` when it gives no reason. */
  readonly why: string;
  /** What it keeps as it is; undefined for the whole file. */
  readonly line: { readonly start: number; readonly end: number } | undefined;
}

const MARK = 'leakfix-ignore';
const DIRECTIVE = /^[\s*]*leakfix-ignore-(next-line|file)(?=\s|$)([\s\S]*)$/;

/** A cheap test of the text: a file that fails it has no such comment. */
export function mayHaveIgnoreComments(text: string): boolean {
  return text.includes(MARK);
}

/**
 * The ignore comments of a file, in source order:
 *
 * ```
 * // leakfix-ignore-next-line await-timers, promisify-callbacks -- the queue is drained elsewhere
 * // leakfix-ignore-file
 * ```
 */
export function findIgnoreComments(file: SyntaxFile): readonly IgnoreComment[] {
  return file.comments.flatMap((comment) => {
    const [, kind, rest = ''] = DIRECTIVE.exec(comment.value) ?? [];
    if (kind === undefined) return [];
    const [names = '', ...why] = rest.split('--');
    return {
      start: startOf(comment),
      end: endOf(comment),
      transforms: names.split(/[\s,]+/).filter((name) => name !== ''),
      why: why.join('--').trim(),
      line: kind === 'file' ? undefined : nextLineOfCode(file, comment),
    };
  });
}

/** Skips blank lines and other comments, so that several comments may stand above one line. */
function nextLineOfCode(file: SyntaxFile, comment: t.Comment): { start: number; end: number } {
  const { text } = file;
  const comments = new Map(file.comments.map((other) => [startOf(other), endOf(other)]));
  let at = endOfLine(text, endOf(comment));
  for (;;) {
    const first = at + (/^\s*/.exec(text.slice(at))?.[0].length ?? 0);
    const end = comments.get(first);
    if (end === undefined) return { start: file.lineStart(first), end: endOfLine(text, first) };
    at = end;
  }
}

function endOfLine(text: string, offset: number): number {
  const newline = text.indexOf('\n', offset);
  return newline === -1 ? text.length : newline;
}
