import { structuredPatch } from 'diff';

export interface FileDiff {
  /** Path with `/`, from the top of the repository; where there is none, from the working directory. */
  readonly path: string;
  /** Whole texts, a byte order mark included. */
  readonly before: string;
  readonly after: string;
}

const CONTEXT_LINES = 3;

/** Finding the smallest diff may take very long on texts that share little; then one hunk replaces the whole file. */
const TIME_LIMIT_MS = 5_000;

interface Hunk {
  readonly oldStart: number;
  readonly oldLines: number;
  readonly newStart: number;
  readonly newLines: number;
  readonly lines: readonly string[];
}

/**
 * The change of one file as `git diff` prints it, for `git apply` and `patch -p1`. The `diff --git` line makes git take
 * the path from the top of the repository, in whatever folder `git apply` is run.
 *
 * @param timeLimit milliseconds that the search for a small diff may take.
 * @returns `''` when nothing changed.
 */
export function formatUnifiedDiff({ path, before, after }: FileDiff, timeLimit = TIME_LIMIT_MS): string {
  if (before === after) return '';
  const oldName = quotePath(`a/${path}`);
  const newName = quotePath(`b/${path}`);
  const header = [`diff --git ${oldName} ${newName}`, `--- ${endName(oldName)}`, `+++ ${endName(newName)}`];
  const body = findHunks(before, after, timeLimit).map(formatHunk);
  return `${header.join('\n')}\n${body.join('')}`;
}

/** Quotes a path like git does: in C's way, when it has a quote, a backslash, a control character or non-ASCII. */
export function quotePath(path: string): string {
  const bytes = Buffer.from(path);
  const quoted = [...bytes].map(quoteByte).join('');
  return quoted === path ? path : `"${quoted}"`;
}

const ESCAPES: Readonly<Record<number, string>> = {
  0x07: '\\a',
  0x08: '\\b',
  0x09: '\\t',
  0x0a: '\\n',
  0x0b: '\\v',
  0x0c: '\\f',
  0x0d: '\\r',
  0x22: '\\"',
  0x5c: '\\\\',
};

function quoteByte(byte: number): string {
  const isPlain = byte >= 0x20 && byte < 0x7f;
  return ESCAPES[byte] ?? (isPlain ? String.fromCharCode(byte) : `\\${byte.toString(8).padStart(3, '0')}`);
}

/** GNU patch ends a name at the first space; like git, a tab says that the space is part of it. */
function endName(name: string): string {
  return name.includes(' ') && !name.startsWith('"') ? `${name}\t` : name;
}

function findHunks(before: string, after: string, timeout: number): readonly Hunk[] {
  const options = { context: CONTEXT_LINES, timeout };
  return structuredPatch('', '', before, after, '', '', options)?.hunks ?? [replaceAll(before, after)];
}

function replaceAll(before: string, after: string): Hunk {
  const removed = toDiffLines('-', before);
  const added = toDiffLines('+', after);
  return {
    oldStart: before === '' ? 0 : 1,
    oldLines: removed.filter(isContent).length,
    newStart: after === '' ? 0 : 1,
    newLines: added.filter(isContent).length,
    lines: [...removed, ...added],
  };
}

function toDiffLines(sign: string, text: string): string[] {
  if (text === '') return [];
  const lines = text.split('\n').map((line) => sign + line);
  return text.endsWith('\n') ? lines.slice(0, -1) : [...lines, '\\ No newline at end of file'];
}

function isContent(line: string): boolean {
  return !line.startsWith('\\');
}

function formatHunk({ oldStart, oldLines, newStart, newLines, lines }: Hunk): string {
  const position = `@@ -${formatRange(oldStart, oldLines)} +${formatRange(newStart, newLines)} @@`;
  return `${[position, ...lines].join('\n')}\n`;
}

function formatRange(start: number, count: number): string {
  return count === 1 ? String(start) : `${start},${count}`;
}
