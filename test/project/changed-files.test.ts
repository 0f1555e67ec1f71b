import { rm } from 'node:fs/promises';
import { join, relative } from 'node:path';
import { expect, it } from 'vitest';
import { findFilesChangedSince, findStagedFiles } from '../../src/project/changed-files.js';
import { findRepository, type GitRepository } from '../../src/project/git-repository.js';
import { commitAll, git, makeRepository, writeAll } from './temporary-project.js';

async function repositoryOf(root: string): Promise<GitRepository> {
  const repository = await findRepository(root);
  if (!repository) throw new Error('no repository');
  return repository;
}

function names(root: string, files: ReadonlySet<string>): string[] {
  return [...files].map((file) => relative(root, file)).sort();
}

it('findStagedFiles names what the next commit adds or changes, in whatever language', async () => {
  const root = await makeRepository({ 'a.js': '1', 'b.js': '1', 'gone.js': '1' });
  await writeAll(root, { 'a.js': '2', 'b.js': '2', 'sub dir/größe "x".js': 'new', 'untracked.js': '' });
  await rm(join(root, 'gone.js'));
  git(root, 'add', 'a.js', 'gone.js', 'sub dir');
  const repository = await repositoryOf(join(root, 'sub dir'));
  expect(names(root, await findStagedFiles(repository))).toEqual(['a.js', 'sub dir/größe "x".js']);
});

it('findFilesChangedSince compares with the commit where the branch began', async () => {
  const root = await makeRepository({ 'a.js': '1', 'b.js': '1', 'c.js': '1', '.gitignore': 'ignored.js' });
  const main = git(root, 'rev-parse', '--abbrev-ref', 'HEAD').trim();
  git(root, 'checkout', '-q', '-b', 'topic');
  await writeAll(root, { 'a.js': '2' });
  commitAll(root);
  git(root, 'checkout', '-q', main);
  await writeAll(root, { 'c.js': 'changed on the other branch' });
  commitAll(root);
  git(root, 'checkout', '-q', 'topic');
  await writeAll(root, { 'b.js': 'not committed', 'new.js': '', 'ignored.js': '' });
  const repository = await repositoryOf(root);
  expect(names(root, await findFilesChangedSince(repository, main))).toEqual(['a.js', 'b.js', 'new.js']);
  expect(names(root, await findFilesChangedSince(repository, 'HEAD'))).toEqual(['b.js', 'new.js']);
});

it.each(['nowhere', '--output=x', '-h', ''])(
  'findFilesChangedSince refuses the reference %j',
  async (ref) => {
    const root = await makeRepository({ 'a.js': '1' });
    const since = findFilesChangedSince(await repositoryOf(root), ref);
    await expect(since).rejects.toThrow(`git knows no commit "${ref}"`);
  },
);
