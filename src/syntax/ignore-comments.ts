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
  const code = findCodeBehindComments(file);
  return file.comments.flatMap((comment) => {
    const [, kind, rest = ''] = DIRECTIVE.exec(comment.value) ?? [];
    if (kind === undefined) return [];
    const [names = '', ...why] = rest.split('--');
    const behind = skipBlanks(file.text, endOfLine(file.text, endOf(comment)));
    return {
      start: startOf(comment),
      end: endOf(comment),
      transforms: names.split(/[\s,]+/).filter((name) => name !== ''),
      why: why.join('--').trim(),
      line: kind === 'file' ? undefined : lineAt(file, code.get(behind) ?? behind),
    };
  });
}

/**
 * By the start of each comment, where the first code behind it begins: several comments may stand above one line. From the
 * last to the first, since there may be very many.
 */
function findCodeBehindComments(file: SyntaxFile): ReadonlyMap<number, number> {
  const code = new Map<number, number>();
  for (const comment of file.comments.toReversed()) {
    const behind = skipBlanks(file.text, endOf(comment));
    code.set(startOf(comment), code.get(behind) ?? behind);
  }
  return code;
}

function lineAt(file: SyntaxFile, offset: number): { start: number; end: number } {
  return { start: file.lineStart(offset), end: endOfLine(file.text, offset) };
}

function skipBlanks(text: string, from: number): number {
  let at = from;
  while (at < text.length && text.charAt(at).trim() === '') at += 1;
  return at;
}

function endOfLine(text: string, offset: number): number {
  const newline = text.indexOf('\n', offset);
  return newline === -1 ? text.length : newline;
}
