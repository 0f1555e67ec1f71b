import type { ApplyResult } from './execute-journal.js';
import { executeJournal } from './execute-journal.js';
import { errorCodeOf, type FileSystem, NODE_FILE_SYSTEM } from './file-system.js';
import { type Journal, readJournal } from './journal.js';
import { findJournalFolder, type JournalFolder, lastJournal } from './journal-folder.js';
import type { RecoverRequest } from './recover-journals.js';
import { newRunId, whileAlive } from './run-owner.js';

/**
 * Restores every file that the last run wrote, or none: a file that was changed since then keeps all others as they
 * are. An undo can't be undone.
 *
 * @param request call {@link recoverJournals} before.
 * @returns undefined when there is no run to take back. `written` are the files restored.
 * @throws JournalError when the journal is damaged.
 */
export async function undoLastRun(
  request: RecoverRequest & { readonly signal?: AbortSignal | undefined },
): Promise<ApplyResult | undefined> {
  const { root, repository, signal, fileSystem = NODE_FILE_SYSTEM } = request;
  const folder = findJournalFolder(root, repository);
  const last = await readLastJournal(fileSystem, folder, root);
  if (!last) return undefined;
  const entries = last.entries.map(({ file, before, after }) => ({
    file,
    group: 0,
    before: after,
    after: before,
  }));
  const journal: Journal = { id: newRunId(), isUndo: true, entries };
  return whileAlive(journal.id, () => executeJournal({ fileSystem, root, folder, signal }, journal));
}

async function readLastJournal(
  fileSystem: FileSystem,
  folder: JournalFolder,
  root: string,
): Promise<Journal | undefined> {
  try {
    return await readJournal(fileSystem, lastJournal(folder), root);
  } catch (error) {
    if (errorCodeOf(error) === 'ENOENT') return undefined;
    throw error;
  }
}
