import { resolve } from 'node:path';
import { GitError, type GitRepository, runGit, splitAtNul } from './git-repository.js';

/**
 * The files whose next commit is being prepared, for `--staged`. Deleted files are not among them.
 *
 * @returns absolute names.
 * @throws GitError
 */
export async function findStagedFiles({ root }: GitRepository): Promise<ReadonlySet<string>> {
  const args = ['diff', '--cached', '--name-only', '--no-renames', '--no-ext-diff', '--diff-filter=d', '-z'];
  return toAbsolute(root, await runGit(root, args));
}

/**
 * The files that differ from the commit at which this branch left another, for `--since <ref>`: committed or not, new
 * ones that git doesn't ignore included.
 *
 * @param ref a branch, a tag or a commit.
 * @returns absolute names.
 * @throws GitError when git knows no such commit.
 */
export async function findFilesChangedSince(
  { root }: GitRepository,
  ref: string,
): Promise<ReadonlySet<string>> {
  const base = await findMergeBase(root, ref);
  const args = ['diff', '--name-only', '--no-renames', '--no-ext-diff', '--diff-filter=d', '-z', base];
  const changed = toAbsolute(root, await runGit(root, args));
  const untracked = await runGit(root, ['ls-files', '--others', '--exclude-standard', '-z']);
  return new Set([...changed, ...toAbsolute(root, untracked)]);
}

async function findMergeBase(root: string, ref: string): Promise<string> {
  const commit = await resolveCommit(root, ref);
  try {
    return (await runGit(root, ['merge-base', commit, 'HEAD'])).trim();
  } catch {
    // Without a common ancestor, as in a shallow clone, the commit itself is the nearest thing there is.
    return commit;
  }
}

async function resolveCommit(root: string, ref: string): Promise<string> {
  try {
    const args = ['rev-parse', '--verify', '--quiet', '--end-of-options', `${ref}^{commit}`];
    return (await runGit(root, args)).trim();
  } catch {
    throw new GitError(`git knows no commit "${ref}"`);
  }
}

function toAbsolute(root: string, output: string): ReadonlySet<string> {
  return new Set(splitAtNul(output).map((path) => resolve(root, path)));
}
