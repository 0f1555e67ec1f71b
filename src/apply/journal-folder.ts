import { join } from 'node:path';
import type { GitRepository } from '../project/git-repository.js';
import { errorCodeOf, type FileSystem, syncFolder } from './file-system.js';
import { currentOwner, isRunAlive, type RunOwner } from './run-owner.js';

/** Where the journals of a root are kept. */
export interface JournalFolder {
  readonly path: string;
  /** Whether the last journal stays for `--undo`. A folder in the middle of somebody's project doesn't. */
  readonly keepsLast: boolean;
}

/** What a file in the folder is: a journal being written, of a run under way. */
export interface JournalFile {
  readonly path: string;
  readonly stage: 'new' | 'run';
  readonly id: string;
  readonly owner: RunOwner;
}

const RUN_NAME = /^(new|run)-(\d+)\.(\d+)-([0-9a-f]+)\.journal$/;
const LAST_NAME = 'last.journal';

/**
 * In a repository the journals lie among git's own data, which no `git status`, `git clean` or commit ever sees. Without
 * a repository they lie in a hidden folder of the root that is gone when the run is.
 */
export function findJournalFolder(root: string, repository: GitRepository | undefined): JournalFolder {
  if (repository) return { path: join(repository.gitDir, 'leakfix'), keepsLast: true };
  return { path: join(root, '.leakfix'), keepsLast: false };
}

/** The journal of the last finished run. */
export function lastJournal(folder: JournalFolder): string {
  return join(folder.path, LAST_NAME);
}

/** Where this process keeps the journal of a run at that stage. */
export async function pathOfRun(folder: JournalFolder, stage: 'new' | 'run', id: string): Promise<string> {
  const { pid, startTime } = await currentOwner();
  return join(folder.path, `${stage}-${pid}.${startTime}-${id}.journal`);
}

/** Makes the folder, for good. */
export async function openJournalFolder(fileSystem: FileSystem, folder: JournalFolder): Promise<void> {
  await fileSystem.mkdir(folder.path, { recursive: true, mode: 0o700 });
  await syncFolder(fileSystem, join(folder.path, '..'));
}

/** Removes the folder where it must not stay, unless another run uses it. */
export async function closeJournalFolder(fileSystem: FileSystem, folder: JournalFolder): Promise<void> {
  if (folder.keepsLast) return;
  try {
    await fileSystem.rmdir(folder.path);
  } catch (error) {
    if (!['ENOENT', 'ENOTEMPTY', 'EEXIST'].includes(errorCodeOf(error) ?? '')) throw error;
  }
}

/** The journals of runs that died, in the order of their names. */
export async function findDeadRuns(fileSystem: FileSystem, folder: JournalFolder): Promise<JournalFile[]> {
  const files = (await listNames(fileSystem, folder.path)).sort().map((name) => parseName(folder, name));
  const dead: JournalFile[] = [];
  for (const file of files) {
    if (file && !(await isRunAlive(file.owner, file.id))) dead.push(file);
  }
  return dead;
}

async function listNames(fileSystem: FileSystem, path: string): Promise<string[]> {
  try {
    return await fileSystem.readdir(path);
  } catch (error) {
    if (errorCodeOf(error) === 'ENOENT') return [];
    throw error;
  }
}

function parseName(folder: JournalFolder, name: string): JournalFile | undefined {
  const [, stage, pid, startTime, id] = RUN_NAME.exec(name) ?? [];
  if ((stage !== 'new' && stage !== 'run') || !pid || !startTime || !id) return undefined;
  return { path: join(folder.path, name), stage, id, owner: { pid: Number(pid), startTime } };
}
