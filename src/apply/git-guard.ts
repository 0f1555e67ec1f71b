import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';
import {
  findRepository,
  GitError,
  type GitRepository,
  runGit,
  splitAtNul,
} from '../project/git-repository.js';
import { toSlashPath } from '../project/path-inside.js';

export interface GuardRequest {
  /** Absolute names of the files that are to be written. No others count. */
  readonly files: readonly string[];
  readonly allowDirty?: boolean;
  readonly allowNoRepository?: boolean;
  /** For `--staged`: what is in the index counts as kept, since git can bring it back. */
  readonly acceptStaged?: boolean;
}

/** Why git could not bring a file back as it is now. */
export interface UnkeptFile {
  readonly file: string;
  readonly state: 'modified' | 'staged' | 'untracked';
}

export type GuardRefusal =
  | { readonly code: 'dirty'; readonly files: readonly UnkeptFile[] }
  | { readonly code: 'no-repository'; readonly files: readonly string[] }
  | { readonly code: 'git-failed'; readonly detail: string };

/**
 * Asks git whether every file to be written can be brought back from a commit.
 *
 * @returns why not, or undefined when all is well.
 */
export async function checkGit(request: GuardRequest): Promise<GuardRefusal | undefined> {
  const { files, allowDirty = false, allowNoRepository = false, acceptStaged = false } = request;
  try {
    const byRepository = await groupByRepository(files);
    const homeless = byRepository.get(undefined) ?? [];
    if (homeless.length > 0 && !allowNoRepository) return { code: 'no-repository', files: homeless };
    if (allowDirty) return undefined;
    const unkept: UnkeptFile[] = [];
    for (const [repository, members] of byRepository) {
      if (repository) unkept.push(...(await findUnkept(repository, members, acceptStaged)));
    }
    return unkept.length > 0 ? { code: 'dirty', files: unkept } : undefined;
  } catch (error) {
    if (!(error instanceof GitError)) throw error;
    return allowDirty && allowNoRepository ? undefined : { code: 'git-failed', detail: error.message };
  }
}

/** The nearest folder with a `.git` decides, so that a repository inside the repository is asked itself. */
async function groupByRepository(
  files: readonly string[],
): Promise<Map<GitRepository | undefined, string[]>> {
  const tops = new Map<string, string | undefined>();
  const repositories = new Map<string | undefined, GitRepository | undefined>([[undefined, undefined]]);
  const groups = new Map<GitRepository | undefined, string[]>();
  for (const file of files) {
    const top = findTop(dirname(file), tops);
    if (top !== undefined && !repositories.has(top)) repositories.set(top, await findRepository(top));
    const repository = repositories.get(top);
    const group = groups.get(repository);
    if (group) group.push(file);
    else groups.set(repository, [file]);
  }
  return groups;
}

function findTop(folder: string, known: Map<string, string | undefined>): string | undefined {
  if (known.has(folder)) return known.get(folder);
  const parent = dirname(folder);
  let top: string | undefined;
  if (existsSync(join(folder, '.git'))) top = folder;
  else if (parent !== folder) top = findTop(parent, known);
  known.set(folder, top);
  return top;
}

async function findUnkept(
  { root }: GitRepository,
  files: readonly string[],
  acceptStaged: boolean,
): Promise<UnkeptFile[]> {
  const tracked = new Set(splitAtNul(await runGit(root, ['ls-files', '-z'])));
  const states = await readStates(root);
  return files.flatMap((file) => {
    const path = toSlashPath(root, file);
    const state = tracked.has(path) ? states.get(path) : 'untracked';
    const isKept = state === undefined || (acceptStaged && state === 'staged');
    return isKept ? [] : [{ file, state }];
  });
}

/** `git status` prints two letters for a changed file: the index against the commit, the file against the index. */
async function readStates(root: string): Promise<Map<string, UnkeptFile['state']>> {
  const args = [
    'status',
    '--porcelain=v1',
    '-z',
    '--no-renames',
    '--untracked-files=no',
    '--ignore-submodules=all',
  ];
  const lines = splitAtNul(await runGit(root, args));
  return new Map(lines.map((line) => [line.slice(3), line[1] === ' ' ? 'staged' : 'modified']));
}
