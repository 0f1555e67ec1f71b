import { dirname, join, resolve } from 'node:path';
import { z } from 'zod';
import { isSameOrInside, toSlashPath } from '../project/path-inside.js';
import type { FileSystem } from './file-system.js';

/**
 * What a run is going to write, on the disk before the first file is touched. It holds both texts of every file, so
 * that whoever finds it after a crash can finish each group of files, or take it back, with nothing else at hand.
 */
export interface Journal {
  /** Names the run; part of the names of its temporary files. */
  readonly id: string;
  /** The run that takes back the last one: when it has ended there is nothing left to take back. */
  readonly isUndo: boolean;
  readonly entries: readonly JournalEntry[];
}

export interface JournalEntry {
  /** Absolute. */
  readonly file: string;
  /** Files with the same number are written together or not at all. */
  readonly group: number;
  /** Whole contents as they are on the disk, a byte order mark included. */
  readonly before: string;
  readonly after: string;
}

/** The journal is no journal, or names files outside the root. */
export class JournalError extends Error {
  override readonly name = 'JournalError';
}

const VERSION = 1;
const Header = z.object({
  leakfix: z.literal(VERSION),
  id: z.string(),
  isUndo: z.boolean(),
  entries: z.number(),
});
const Line = z.object({ file: z.string(), group: z.number(), before: z.string(), after: z.string() });

/**
 * The temporary file of an entry, in the folder of the file that it will replace. The name follows from the journal
 * alone, so that nothing has to be searched for after a crash and a forged journal can't name another file.
 */
export function temporaryNameOf(journal: Pick<Journal, 'id'>, file: string, index: number): string {
  return join(dirname(file), `.leakfix-${journal.id}-${index}.tmp`);
}

/** Entries of each group together, in the order of the journal. */
export function groupEntries(journal: Journal): readonly (readonly JournalEntry[])[] {
  const groups = new Map<number, JournalEntry[]>();
  for (const entry of journal.entries) {
    const group = groups.get(entry.group);
    if (group) group.push(entry);
    else groups.set(entry.group, [entry]);
  }
  return [...groups.values()];
}

/**
 * Writes the journal line by line, since all texts of a large run don't fit into one string, and makes it last.
 *
 * @param path must not exist.
 */
export async function writeJournal(
  fileSystem: FileSystem,
  path: string,
  root: string,
  journal: Journal,
): Promise<void> {
  const handle = await fileSystem.open(path, 'wx', 0o600);
  try {
    const { id, isUndo, entries } = journal;
    await handle.writeFile(toLine({ leakfix: VERSION, id, isUndo, entries: entries.length }));
    for (const entry of entries) {
      await handle.writeFile(toLine({ ...entry, file: toSlashPath(root, entry.file) }));
    }
    await handle.sync();
  } finally {
    await handle.close();
  }
}

/**
 * Reads a journal back.
 *
 * @throws JournalError when it is not complete or is about files outside the root, and system errors.
 */
export async function readJournal(fileSystem: FileSystem, path: string, root: string): Promise<Journal> {
  const bytes = await fileSystem.readFile(path);
  const [first, ...rest] = splitLines(bytes);
  const header = Header.safeParse(parseLine(first ?? ''));
  if (!header.success) throw new JournalError(`not a journal: ${path}`);
  const { id, isUndo, entries: count } = header.data;
  const entries = rest.map((line) => readEntry(line, path, root));
  if (!/^[0-9a-f]+$/.test(id) || entries.length !== count) throw new JournalError(`damaged journal: ${path}`);
  return { id, isUndo, entries };
}

function readEntry(line: string, path: string, root: string): JournalEntry {
  const entry = Line.safeParse(parseLine(line));
  if (!entry.success) throw new JournalError(`damaged journal: ${path}`);
  const file = resolve(root, entry.data.file);
  if (!isSameOrInside(file, root)) throw new JournalError(`names a file outside ${root}: ${path}`);
  return { ...entry.data, file };
}

function toLine(content: object): string {
  return `${JSON.stringify(content)}\n`;
}

function parseLine(line: string): unknown {
  try {
    return JSON.parse(line);
  } catch {
    return undefined;
  }
}

function splitLines(bytes: Buffer): string[] {
  const lines: string[] = [];
  for (
    let start = 0, end = bytes.indexOf(0x0a);
    end !== -1;
    start = end + 1, end = bytes.indexOf(0x0a, start)
  ) {
    lines.push(bytes.toString('utf8', start, end));
  }
  return lines;
}
