import { type Journal, writeJournal } from './journal.js';
import { removeIfThere, syncFolder } from './file-system.js';
import { closeJournalFolder, lastJournal, openJournalFolder, pathOfRun } from './journal-folder.js';
import type { RunContext } from './run-context.js';

type JournalContext = Pick<RunContext, 'fileSystem' | 'root' | 'folder'>;

/**
 * Puts a journal on the disk. It gets its final name when it is complete, so that one that is found is to be believed.
 *
 * @returns where it lies.
 * @throws the system's error; then nothing is left of it.
 */
export async function beginJournal(context: JournalContext, journal: Journal): Promise<string> {
  const { fileSystem, folder } = context;
  const path = await pathOfRun(folder, 'run', journal.id);
  const draft = await pathOfRun(folder, 'new', journal.id);
  try {
    await openJournalFolder(fileSystem, folder);
    await writeJournal(fileSystem, draft, context.root, journal);
    await fileSystem.rename(draft, path);
    await syncFolder(fileSystem, folder.path);
    return path;
  } catch (error) {
    await removeIfThere(fileSystem, draft);
    await removeIfThere(fileSystem, path);
    await closeJournalFolder(fileSystem, folder);
    throw error;
  }
}

/**
 * Ends a run for good. What was written stays as the last journal, for `--undo`; where nothing was written the last
 * journal stays the one that it was.
 *
 * @param written the files that hold their new contents now.
 */
export async function endJournal(
  context: JournalContext,
  journal: Journal,
  path: string,
  written: ReadonlySet<string>,
): Promise<void> {
  const { fileSystem, folder } = context;
  if (written.size > 0 && journal.isUndo) await removeIfThere(fileSystem, lastJournal(folder));
  else if (written.size > 0 && folder.keepsLast) await keepAsLast(context, journal, path, written);
  await removeIfThere(fileSystem, path);
  await syncFolder(fileSystem, folder.path);
  await closeJournalFolder(fileSystem, folder);
}

async function keepAsLast(
  { fileSystem, root, folder }: JournalContext,
  journal: Journal,
  path: string,
  written: ReadonlySet<string>,
): Promise<void> {
  const entries = journal.entries.filter(({ file }) => written.has(file));
  if (entries.length === journal.entries.length) {
    await fileSystem.rename(path, lastJournal(folder));
    return;
  }
  const draft = await pathOfRun(folder, 'new', journal.id);
  await removeIfThere(fileSystem, draft);
  await writeJournal(fileSystem, draft, root, { ...journal, entries });
  await fileSystem.rename(draft, lastJournal(folder));
}
