import { execFile } from 'node:child_process';
import { realpath } from 'node:fs/promises';
import { resolve } from 'node:path';

export interface GitRepository {
  /** The top folder of the work tree, without symbolic links. */
  readonly root: string;
  /** Where git keeps this work tree's own state: `.git`, or `.git/worktrees/<name>`. */
  readonly gitDir: string;
  /** The repository's own ignore file, which may not exist. */
  readonly excludeFile: string;
}

/** git is missing, or refuses to work here: it doesn't trust the owner of the folder, or can't read its data. */
export class GitError extends Error {
  override readonly name = 'GitError';
}

const MAX_OUTPUT_BYTES = 512 * 1024 * 1024;

/**
 * A hook runs with the variables of its own repository set, some of them relative to a folder that we leave with `-C`.
 * GIT_INDEX_FILE stays out of this list: it names what is about to be committed.
 */
const REPOSITORY_VARIABLES = ['GIT_DIR', 'GIT_WORK_TREE', 'GIT_PREFIX', 'GIT_COMMON_DIR'];

/**
 * Runs git for reading: without taking its locks, without the file system monitor that a repository's configuration
 * may name, and with messages in English.
 *
 * @returns what git printed.
 * @throws GitError with git's own message.
 */
export function runGit(folder: string, args: readonly string[]): Promise<string> {
  const settings = [
    '-C',
    folder,
    '--no-optional-locks',
    '-c',
    'core.fsmonitor=false',
    '-c',
    'core.quotePath=false',
  ];
  const inherited = Object.entries(process.env).filter(([name]) => !REPOSITORY_VARIABLES.includes(name));
  const env = { ...Object.fromEntries(inherited), LC_ALL: 'C' };
  return new Promise((fulfil, reject) => {
    execFile('git', [...settings, ...args], { env, maxBuffer: MAX_OUTPUT_BYTES }, (error, stdout, stderr) => {
      if (!error) fulfil(stdout);
      else if (error.code === 'ENOENT') reject(new GitError('git is not installed'));
      else reject(new GitError(stderr.trim() || error.message));
    });
  });
}

/**
 * The repository whose work tree holds this folder.
 *
 * @returns undefined where there is none.
 * @throws GitError when git is missing or refuses to answer.
 */
export async function findRepository(folder: string): Promise<GitRepository | undefined> {
  const question = ['rev-parse', '--show-toplevel', '--absolute-git-dir', '--git-path', 'info/exclude'];
  let answer: string;
  try {
    answer = await runGit(folder, question);
  } catch (error) {
    if (error instanceof GitError && isOutsideWorkTree(error.message)) return undefined;
    throw error;
  }
  const [root, gitDir, excludeFile] = answer.split('\n');
  if (!root || !gitDir || !excludeFile) throw new GitError(`unexpected answer of git: ${answer}`);
  return { root: await realpath(root), gitDir, excludeFile: resolve(folder, excludeFile) };
}

/** Splits the output of a git command with `-z`. */
export function splitAtNul(output: string): string[] {
  return output.split('\0').filter((part) => part !== '');
}

function isOutsideWorkTree(message: string): boolean {
  return message.includes('not a git repository') || message.includes('must be run in a work tree');
}
