import { execFileSync } from 'node:child_process';
import { lstat, mkdir, mkdtemp, readdir, readFile, realpath, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { onTestFinished } from 'vitest';

export type Contents = Readonly<Record<string, string | Buffer>>;

/** Makes a folder with these files, which is gone when the test is. */
export async function makeFolder(contents: Contents = {}): Promise<string> {
  const folder = await realpath(await mkdtemp(join(tmpdir(), 'leakfix-test-')));
  onTestFinished(() => rm(folder, { recursive: true, force: true }));
  await writeAll(folder, contents);
  return folder;
}

/** Makes a repository with these files in its first commit. */
export async function makeRepository(contents: Contents): Promise<string> {
  const folder = await makeFolder(contents);
  git(folder, 'init', '-q');
  commitAll(folder);
  return folder;
}

export function git(folder: string, ...args: string[]): string {
  const identity = [
    '-c',
    'user.name=Test',
    '-c',
    'user.email=test@example.com',
    '-c',
    'commit.gpgSign=false',
  ];
  return execFileSync('git', [...identity, ...args], { cwd: folder, encoding: 'utf8' });
}

export function commitAll(folder: string): void {
  git(folder, 'add', '--all', '--force');
  git(folder, 'commit', '-q', '--allow-empty', '-m', 'state');
}

export async function writeAll(folder: string, contents: Contents): Promise<void> {
  for (const [name, content] of Object.entries(contents)) {
    const file = join(folder, name);
    await mkdir(dirname(file), { recursive: true });
    await writeFile(file, content);
  }
}

/** All that lies in a folder but `.git`, by its path: the text of a file, and for anything else what it is. */
export async function readAll(folder: string): Promise<Record<string, string>> {
  const found: Record<string, string> = {};
  for (const name of (await readdir(folder, { recursive: true })).sort()) {
    if (name === '.git' || name.startsWith('.git/')) continue;
    const stats = await lstat(join(folder, name));
    if (stats.isFile()) found[name] = await readFile(join(folder, name), 'utf8');
    else if (!stats.isDirectory()) found[name] = '(not a file)';
  }
  return found;
}
