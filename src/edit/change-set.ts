import type { TextEdit } from './text-edit.js';

/** An edit of a file's top, made once however many change sets ask for it: a name that they need, an import that goes. */
export interface TopLevelRequest {
  /**
   * Equal keys in one file are one request: `promisify:fs.readFile`.
   */
  readonly key: string;
  /** Where the new lines go: an offset at the start of a line, or directly behind the last import's line. */
  readonly at: number;
  /** What is replaced; nothing when absent. */
  readonly until?: number;
  /** Whole lines, with the file's own line ends, indentation, quotes and semicolons. */
  readonly text: string;
  /** Does it stand behind what others put at the same place, as a blank line does? */
  readonly isLast?: true;
}

/** In the order in which they stand in the file. */
export function toTopLevelEdits(requests: readonly TopLevelRequest[]): readonly TextEdit[] {
  const last = requests.filter(({ isLast }) => isLast);
  const ordered = [...requests.filter(({ isLast }) => !isLast), ...last];
  return ordered.map(({ at, until = at, text }) => ({ start: at, end: until, text }));
}

/**
 * All edits, in all files, that must be made together: applied whole or not at all, in memory and on disk.
 * An async callee without its awaiting caller creates the very leak that leakfix is there to mend.
 */
export interface ChangeSet {
  readonly edits: ReadonlyMap<string, readonly TextEdit[]>;
  readonly topLevel?: ReadonlyMap<string, readonly TopLevelRequest[]>;
  /** Contents of strings that go on purpose: arguments that nobody gets, modules that nothing is imported from. */
  readonly droppedStrings?: ReadonlyMap<string, readonly string[]>;
}

/** A change set of one file. */
export function changeSetOf(
  file: string,
  edits: readonly TextEdit[],
  topLevel: readonly TopLevelRequest[] = [],
): ChangeSet {
  return { edits: new Map([[file, edits]]), topLevel: new Map([[file, topLevel]]) };
}

/** The files that a change set touches. */
export function filesOf(changeSet: ChangeSet): readonly string[] {
  return [...new Set([...changeSet.edits.keys(), ...(changeSet.topLevel?.keys() ?? [])])];
}
