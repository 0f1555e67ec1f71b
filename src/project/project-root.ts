import { realpath } from 'node:fs/promises';
import { dirname, sep } from 'node:path';
import { findRepository, GitError, type GitRepository } from './git-repository.js';
import { isSameOrInside } from './path-inside.js';

/** The folder that nothing outside of is read or written. */
export interface ProjectRoot {
  /** Absolute, without symbolic links. */
  readonly root: string;
  /** The repository with that root; undefined where there is none or git can't be asked. */
  readonly repository: GitRepository | undefined;
}

/**
 * The root for these folders: the top of the repository that holds them all; without one, the working directory if it
 * holds them all; otherwise the folder they have in common.
 *
 * @param cwd absolute, without symbolic links.
 * @param folders absolute folders that were asked for by name. They need not exist.
 */
export async function findProjectRoot(cwd: string, folders: readonly string[]): Promise<ProjectRoot> {
  const real = await Promise.all(folders.map(realpathOfExisting));
  const outside = folders.some((folder) => !isSameOrInside(folder, cwd));
  // A folder named by a path inside the working directory that leads out of it through a link must not move the root.
  const known = outside ? real : real.filter((folder) => isSameOrInside(folder, cwd));
  const common = known.length > 0 ? findCommonFolder(known) : cwd;
  const repository = await findRepositoryOrNone(common);
  if (repository) return { root: repository.root, repository };
  return { root: isSameOrInside(common, cwd) ? cwd : common, repository: undefined };
}

/** The real path of the nearest folder at or above a path that exists. */
export async function realpathOfExisting(path: string): Promise<string> {
  try {
    return await realpath(path);
  } catch (error) {
    const parent = dirname(path);
    if (parent === path) throw error;
    return realpathOfExisting(parent);
  }
}

function findCommonFolder(folders: readonly string[]): string {
  const [first = '', ...others] = folders;
  let common = first;
  while (!others.every((folder) => isSameOrInside(folder, common)) && dirname(common) !== common) {
    common = dirname(common);
  }
  return common === '' ? sep : common;
}

async function findRepositoryOrNone(folder: string): Promise<GitRepository | undefined> {
  try {
    return await findRepository(folder);
  } catch (error) {
    if (error instanceof GitError) return undefined;
    throw error;
  }
}
