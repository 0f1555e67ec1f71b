import type { TextEdit } from './text-edit.js';

/** A name that a file needs at its top, made once however many change sets ask for it. */
export interface TopLevelRequest {
  /**
   * Equal keys in one file are one request: `promisify:fs.readFile`.
   */
  readonly key: string;
  /** Where the new lines go: an offset at the start of a line, or directly behind the last import's line. */
  readonly at: number;
  /** Whole lines, with the file's own line ends, indentation, quotes and semicolons. */
  readonly text: string;
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
