import { chmod } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { checkGit, type GuardRequest } from '../../src/apply/git-guard.js';
import { git, makeFolder, makeRepository, readAll, writeAll } from '../project/temporary-project.js';

async function guard(
  root: string,
  names: readonly string[],
  options: Omit<GuardRequest, 'files'> = {},
): Promise<unknown> {
  const refusal = await checkGit({ files: names.map((name) => join(root, name)), ...options });
  if (refusal?.code !== 'dirty') return refusal?.code;
  return Object.fromEntries(refusal.files.map(({ file, state }) => [file.slice(root.length + 1), state]));
}

describe('checkGit', () => {
  it('lets a clean file pass whatever lies around it', async () => {
    const root = await makeRepository({ 'a.js': '1', 'sub/ö "b".js': '1', 'c.js': '1' });
    await writeAll(root, { 'c.js': 'changed', 'new.js': '' });
    expect(await guard(root, ['a.js', 'sub/ö "b".js'])).toBeUndefined();
  });

  it('lists the files that git could not bring back', async () => {
    const root = await makeRepository({
      'a.js': '1',
      'b c.js': '1',
      'd.js': '1',
      '.gitignore': 'ignored.js',
    });
    await writeAll(root, { 'b c.js': '2', 'd.js': '2', 'new/é.js': '', 'added.js': '', 'ignored.js': '' });
    git(root, 'add', 'd.js', 'added.js');
    await writeAll(root, { 'added.js': 'changed after the add' });
    const names = ['a.js', 'b c.js', 'd.js', 'new/é.js', 'added.js', 'ignored.js'];
    const unkept = {
      'b c.js': 'modified',
      'd.js': 'staged',
      'new/é.js': 'untracked',
      'added.js': 'modified',
      'ignored.js': 'untracked',
    };
    expect(await guard(root, names)).toEqual(unkept);
    expect(await guard(root, names, { allowDirty: true })).toBeUndefined();
    expect(await guard(root, ['a.js', 'd.js'], { acceptStaged: true })).toBeUndefined();
    expect(await guard(root, names, { acceptStaged: true })).toEqual({ ...unkept, 'd.js': undefined });
  });

  it('refuses where there is no repository', async () => {
    const root = await makeFolder({ 'a.js': '1' });
    expect(await guard(root, ['a.js'])).toBe('no-repository');
    expect(await guard(root, ['a.js'], { allowDirty: true })).toBe('no-repository');
    expect(await guard(root, ['a.js'], { allowNoRepository: true })).toBeUndefined();
  });

  it('asks a repository inside the repository about its own files', async () => {
    const root = await makeRepository({ 'a.js': '1' });
    await writeAll(root, { 'inner/b.js': '1' });
    git(join(root, 'inner'), 'init', '-q');
    expect(await guard(root, ['a.js', 'inner/b.js'])).toEqual({ 'inner/b.js': 'untracked' });
    git(join(root, 'inner'), 'add', '.');
    git(join(root, 'inner'), 'commit', '-q', '-m', 'x');
    expect(await guard(root, ['a.js', 'inner/b.js'])).toBeUndefined();
  });

  it('works in a second work tree, in a new repository, and inside a hook', async () => {
    const root = await makeRepository({ 'a.js': '1' });
    const tree = join(await makeFolder(), 'tree');
    git(root, 'worktree', 'add', '-q', tree);
    expect(await guard(tree, ['a.js'])).toBeUndefined();
    const fresh = await makeFolder({ 'a.js': '1' });
    git(fresh, 'init', '-q');
    expect(await guard(fresh, ['a.js'])).toEqual({ 'a.js': 'untracked' });
    process.env['GIT_DIR'] = '.git';
    try {
      expect(await guard(root, ['a.js'])).toBeUndefined();
    } finally {
      delete process.env['GIT_DIR'];
    }
  });

  it('says so when git gives no answer', async () => {
    const root = await makeRepository({ 'a.js': '1' });
    await writeAll(root, { '.git/config': '[core' });
    expect(await guard(root, ['a.js'])).toBe('git-failed');
    const path = process.env['PATH'];
    process.env['PATH'] = await makeFolder();
    try {
      expect(await checkGit({ files: [join(root, 'a.js')] })).toEqual({
        code: 'git-failed',
        detail: 'git is not installed',
      });
    } finally {
      process.env['PATH'] = path;
    }
  });

  it('does not run the file system monitor that a repository names', async () => {
    const root = await makeRepository({
      'a.js': '1',
      'monitor.sh': '#!/bin/sh\ntouch "$(dirname "$0")/ran"\n',
    });
    await chmod(join(root, 'monitor.sh'), 0o755);
    git(root, 'config', 'core.fsmonitor', join(root, 'monitor.sh'));
    await guard(root, ['a.js']);
    expect(await readAll(root)).not.toHaveProperty('ran');
    git(root, 'status');
    expect(await readAll(root), 'the monitor works').toHaveProperty('ran');
  });
});
