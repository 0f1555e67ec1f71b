import type { GitRepository } from '../project/git-repository.js';
import { errorCodeOf, type FileSystem, messageOf, NODE_FILE_SYSTEM, removeIfThere } from './file-system.js';
import type { FailedFile } from './group-plan.js';
import { groupEntries, type Journal, readJournal, temporaryNameOf } from './journal.js';
import {
  closeJournalFolder,
  findDeadRuns,
  findJournalFolder,
  type JournalFile,
  pathOfRun,
} from './journal-folder.js';
import { endJournal } from './journal-life.js';
import { recoverGroup } from './recover-group.js';
import type { RunContext } from './run-context.js';
import { whileAlive } from './run-owner.js';

export interface Recovery {
  /** Files of a run that died which hold their new contents now, all of their change set. */
  readonly finished: readonly string[];
  /** Files of a run that died which hold their old contents again. */
  readonly takenBack: readonly string[];
  /** What could not be repaired. The journal stays, and the next start tries again. */
  readonly failed: readonly FailedFile[];
}

interface MutableRecovery extends Recovery {
  readonly finished: string[];
  readonly takenBack: string[];
  readonly failed: FailedFile[];
}

export interface RecoverRequest {
  readonly root: string;
  readonly repository: GitRepository | undefined;
  readonly fileSystem?: FileSystem;
}

/**
 * Repairs what runs that were killed have left: to be called before any file is read for a new run. Each group of files
 * that was begun is finished, or taken back when one of its files has been changed by somebody else; temporary files
 * go. Runs that are still going on are left alone. Where nothing is to be repaired nothing is opened for writing.
 */
export async function recoverJournals(request: RecoverRequest): Promise<Recovery> {
  const { root, repository, fileSystem = NODE_FILE_SYSTEM } = request;
  const context = { fileSystem, root, folder: findJournalFolder(root, repository), signal: undefined };
  const recovery: MutableRecovery = { finished: [], takenBack: [], failed: [] };
  for (const file of await findDeadRuns(fileSystem, context.folder)) {
    await whileAlive(file.id, () => recoverRun(context, file, recovery));
  }
  return recovery;
}

async function recoverRun(context: RunContext, file: JournalFile, recovery: MutableRecovery): Promise<void> {
  const { fileSystem, folder } = context;
  try {
    if (file.stage === 'new') {
      await removeIfThere(fileSystem, file.path);
      await closeJournalFolder(fileSystem, folder);
      return;
    }
    const path = await claim(context, file);
    if (path === undefined) return;
    const journal = await readJournal(fileSystem, path, context.root);
    await repair(context, journal, path, recovery);
  } catch (error) {
    recovery.failed.push({ file: file.path, code: 'journal', detail: messageOf(error) });
  }
}

/**
 * Takes over a dead run, so that of two starts at the same time only one repairs it.
 *
 * @returns undefined when somebody else was quicker.
 */
async function claim({ fileSystem, folder }: RunContext, file: JournalFile): Promise<string | undefined> {
  const path = await pathOfRun(folder, 'run', file.id);
  try {
    await fileSystem.rename(file.path, path);
    return path;
  } catch (error) {
    if (errorCodeOf(error) === 'ENOENT') return undefined;
    throw error;
  }
}

async function repair(
  context: RunContext,
  journal: Journal,
  path: string,
  recovery: MutableRecovery,
): Promise<void> {
  const written = new Set<string>();
  let isRepaired = true;
  const temporaries = new Map(
    journal.entries.map(({ file }, index) => [file, temporaryNameOf(journal, file, index)]),
  );
  for (const temporary of temporaries.values()) await removeIfThere(context.fileSystem, temporary);
  for (const entries of groupEntries(journal)) {
    const files = entries.map(({ file }) => file);
    const { outcome, failed } = await recoverGroup(context, entries, temporaries);
    recovery.failed.push(...failed);
    if (outcome === 'finished') recovery.finished.push(...files);
    if (outcome === 'finished' || outcome === 'was-finished') for (const file of files) written.add(file);
    if (outcome === 'taken-back') recovery.takenBack.push(...files);
    isRepaired &&= outcome !== 'failed';
  }
  if (isRepaired) await endJournal(context, journal, path, written);
}
