import type { GitRepository } from '../project/git-repository.js';
import { type SourceText, withBom } from '../project/source-text.js';
import { groupFiles } from './change-groups.js';
import { type ApplyResult, executeJournal } from './execute-journal.js';
import { type FileSystem, NODE_FILE_SYSTEM } from './file-system.js';
import type { Journal } from './journal.js';
import { findJournalFolder } from './journal-folder.js';
import { newRunId, whileAlive } from './run-owner.js';

export interface FileChange {
  readonly before: SourceText;
  /** The new text, without a byte order mark; it gets the one the file had. */
  readonly after: string;
}

export interface ApplyRequest {
  /** Absolute, without symbolic links. Nothing outside of it is written. */
  readonly root: string;
  /** The repository with that root, which keeps the journal. */
  readonly repository: GitRepository | undefined;
  readonly changes: readonly FileChange[];
  /** The files of each change set: they are written together or not at all. A file in none is written for itself. */
  readonly changeSets?: readonly (readonly string[])[];
  /** When it is aborted the files under way are finished, and no further ones begun. */
  readonly signal?: AbortSignal | undefined;
  readonly fileSystem?: FileSystem;
}

/**
 * Writes the changes to the disk. Each file is at every moment entirely old or entirely new, and after
 * {@link recoverJournals} so is each change set, also when the process is killed. A file that is not what it was when
 * it was read is not written, nor is anything that belongs to it; the others are.
 */
export async function applyChanges(request: ApplyRequest): Promise<ApplyResult> {
  const { root, repository, signal, fileSystem = NODE_FILE_SYSTEM } = request;
  const journal = toJournal(newRunId(), request);
  const folder = findJournalFolder(root, repository);
  return whileAlive(journal.id, () => executeJournal({ fileSystem, root, folder, signal }, journal));
}

function toJournal(id: string, { changes, changeSets = [] }: ApplyRequest): Journal {
  const changed = changes.filter(({ before, after }) => before.text !== after);
  const groups = groupFiles(
    changed.map(({ before }) => before.file),
    changeSets,
  );
  const groupOf = new Map(groups.flatMap((files, group) => files.map((file) => [file, group])));
  const entries = changed.map(({ before, after }) => ({
    file: before.file,
    group: groupOf.get(before.file) ?? 0,
    before: withBom(before, before.text),
    after: withBom(before, after),
  }));
  return { id, isUndo: false, entries };
}
