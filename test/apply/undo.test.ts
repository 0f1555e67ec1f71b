import { chmod, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { applyChanges } from '../../src/apply/apply-changes.js';
import { undoLastRun } from '../../src/apply/undo-last-run.js';
import { readAll } from '../project/temporary-project.js';
import { listJournals, plainFolderOf, repositoryOf, requestFor } from './change-fixture.js';

const BEFORE = { 'a.js': '\uFEFFa\r\n', 'b.js': 'b', 'c.js': 'c' };

it('restores the very bytes and the mode of what the last run wrote, and nothing before it', async () => {
  const project = await repositoryOf(BEFORE);
  await chmod(join(project.root, 'a.js'), 0o751);
  await applyChanges(await requestFor(project, { 'c.js': 'first run' }));
  await applyChanges(await requestFor(project, { 'a.js': 'A', 'b.js': 'B' }));
  const undo = await undoLastRun(project);
  expect(undo).toMatchObject({
    written: [join(project.root, 'a.js'), join(project.root, 'b.js')],
    failed: [],
  });
  expect(await readAll(project.root)).toEqual({ ...BEFORE, 'c.js': 'first run' });
  expect((await stat(join(project.root, 'a.js'))).mode & 0o777).toBe(0o751);
  expect(await listJournals(project)).toEqual([]);
  expect(await undoLastRun(project)).toBeUndefined();
});

it('restores nothing when one of the files has been changed since', async () => {
  const project = await repositoryOf(BEFORE);
  await applyChanges(await requestFor(project, { 'a.js': 'A', 'b.js': 'B' }));
  await writeFile(join(project.root, 'b.js'), 'edited');
  const undo = await undoLastRun(project);
  expect(undo?.written).toEqual([]);
  expect(undo?.failed.map(({ code }) => code)).toEqual(['change-set', 'changed']);
  expect(await readAll(project.root)).toEqual({ 'a.js': '\uFEFFA', 'b.js': 'edited', 'c.js': 'c' });
  expect(await listJournals(project)).toEqual(['last.journal']);
});

it('knows only the files that were written, not those that failed', async () => {
  const project = await repositoryOf(BEFORE);
  const request = await requestFor(project, { 'a.js': 'A', 'b.js': 'B' });
  await writeFile(join(project.root, 'b.js'), 'edited');
  await applyChanges(request);
  expect(await undoLastRun(project)).toMatchObject({ written: [join(project.root, 'a.js')], failed: [] });
  expect(await readAll(project.root)).toEqual({ ...BEFORE, 'b.js': 'edited' });
});

it('a run that writes nothing does not take the place of the last one', async () => {
  const project = await repositoryOf(BEFORE);
  await applyChanges(await requestFor(project, { 'a.js': 'A' }));
  const request = await requestFor(project, { 'b.js': 'B' });
  await writeFile(join(project.root, 'b.js'), 'edited');
  await applyChanges(request);
  expect(await undoLastRun(project)).toMatchObject({ written: [join(project.root, 'a.js')] });
});

it('has nothing to restore without a repository', async () => {
  const project = await plainFolderOf(BEFORE);
  await applyChanges(await requestFor(project, { 'a.js': 'A' }));
  expect(await undoLastRun(project)).toBeUndefined();
});
