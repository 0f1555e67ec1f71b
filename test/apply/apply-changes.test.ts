import { execFileSync } from 'node:child_process';
import {
  chmod,
  link,
  lstat,
  mkdir,
  readFile,
  rename,
  rm,
  stat,
  symlink,
  unlink,
  utimes,
  writeFile,
} from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { describe, expect, it, vi } from 'vitest';
import { applyChanges } from '../../src/apply/apply-changes.js';
import { recoverJournals } from '../../src/apply/recover-journals.js';
import { undoLastRun } from '../../src/apply/undo-last-run.js';
import { makeFolder, readAll } from '../project/temporary-project.js';
import { listJournals, plainFolderOf, type Project, repositoryOf, requestFor } from './change-fixture.js';
import { type DiskEvent, dyingFileSystem, watchedFileSystem } from './dying-file-system.js';

/** Which files could not be written, by their name below the root, and why. */
function reasons(
  { root }: Project,
  failed: readonly { file: string; code: string }[],
): Record<string, string> {
  return Object.fromEntries(failed.map(({ file, code }) => [file.slice(root.length + 1), code]));
}

const isTemporary = (path: string): boolean => path.endsWith('.tmp');

describe('one write', () => {
  it('is a new file beside the old one, complete, with its mode, on the disk, and only then a rename', async () => {
    const project = await repositoryOf({ 'src/a.js': 'old' });
    const file = join(project.root, 'src/a.js');
    await chmod(file, 0o755);
    const events: DiskEvent[] = [];
    const modes: number[] = [];
    const fileSystem = watchedFileSystem(async (event) => {
      events.push(event);
      if (event.call === 'rename' && event.path === file) {
        const temporary = events.find(({ path }) => isTemporary(path))?.path ?? '';
        modes.push((await stat(temporary)).mode & 0o777);
        expect(await readFile(temporary, 'utf8')).toBe('new');
        expect(await readFile(file, 'utf8')).toBe('old');
      }
    });
    expect(await applyChanges({ ...(await requestFor(project, { 'src/a.js': 'new' })), fileSystem })).toEqual(
      {
        written: [file],
        failed: [],
      },
    );
    const ours = events.filter(
      ({ path }) => dirname(path) === join(project.root, 'src') || path.endsWith('/src'),
    );
    expect(ours.map(({ call }) => call)).toEqual([
      'open',
      'write',
      'write',
      'chmod',
      'sync',
      'rename',
      'sync',
    ]);
    expect(ours.at(-1)?.path).toBe(join(project.root, 'src'));
    expect(modes).toEqual([0o755]);
    expect(await readFile(file, 'utf8')).toBe('new');
    expect((await stat(file)).mode & 0o777).toBe(0o755);
  });

  it('comes after the whole journal is on the disk', async () => {
    const project = await repositoryOf({ 'a.js': '1', 'b.js': '1' });
    const events: DiskEvent[] = [];
    const fileSystem = watchedFileSystem((event) => void events.push(event));
    await applyChanges({ ...(await requestFor(project, { 'a.js': '2', 'b.js': '2' })), fileSystem });
    const firstInTree = events.findIndex(({ path }) => isTemporary(path));
    const journalCalls = events.slice(0, firstInTree).map(({ call }) => call);
    expect(journalCalls.slice(-3)).toEqual(['sync', 'rename', 'sync']);
  });

  it.each([
    ['line ends and no last newline', 'a\r\nb\nc', 'a\r\nB\nc'],
    ['a byte order mark and a shebang', '\uFEFF#!/usr/bin/env node\na', '\uFEFF#!/usr/bin/env node\nA'],
  ])('keeps %s', async (_, before, after) => {
    const project = await repositoryOf({ 'a.js': before });
    await applyChanges(await requestFor(project, { 'a.js': after.replace('\uFEFF', '') }));
    expect(await readFile(join(project.root, 'a.js'), 'utf8')).toBe(after);
  });

  it('does not happen to a file whose text stays the same', async () => {
    const project = await repositoryOf({ 'a.js': 'same', 'b.js': 'old' });
    const file = join(project.root, 'a.js');
    await utimes(file, 1, 1);
    const { ino } = await stat(file);
    const result = await applyChanges(await requestFor(project, { 'a.js': 'same', 'b.js': 'new' }));
    expect(result).toEqual({ written: [join(project.root, 'b.js')], failed: [] });
    expect(await stat(file)).toMatchObject({ ino, mtimeMs: 1000 });
  });

  it('opens nothing when there is nothing to write', async () => {
    const project = await repositoryOf({ 'a.js': 'same' });
    const fileSystem = watchedFileSystem(({ call }) => expect.fail(call));
    const request = await requestFor(project, { 'a.js': 'same' });
    expect(await applyChanges({ ...request, fileSystem })).toEqual({ written: [], failed: [] });
    await recoverJournals({ ...project, fileSystem });
  });
});

describe('a file is left alone', () => {
  async function expectRefusal(
    code: string,
    spoil: (file: string, root: string) => Promise<unknown>,
  ): Promise<void> {
    const project = await repositoryOf({ 'src/a.js': 'old', 'src/b.js': 'old' });
    const request = await requestFor(project, { 'src/a.js': 'new', 'src/b.js': 'new' });
    await spoil(join(project.root, 'src/a.js'), project.root);
    const before = await readAll(project.root);
    const result = await applyChanges(request);
    expect(reasons(project, result.failed)).toEqual({ 'src/a.js': code });
    expect(result.written).toEqual([join(project.root, 'src/b.js')]);
    expect(await readAll(project.root)).toEqual({ ...before, 'src/b.js': 'new' });
  }

  it('when it was changed since it was read', () =>
    expectRefusal('changed', (file) => writeFile(file, 'edited')));

  it('when it is gone', () => expectRefusal('vanished', (file) => unlink(file)));

  it('when a link lies in its place', () =>
    expectRefusal('symlink', async (file) => {
      const target = join(await makeFolder({ 'a.js': 'old' }), 'a.js');
      await unlink(file);
      await symlink(target, file);
    }));

  it('when a folder lies in its place', () =>
    expectRefusal('not-a-file', async (file) => {
      await unlink(file);
      await mkdir(file);
    }));

  it('when it has another name', () =>
    expectRefusal('hard-link', (file, root) => link(file, join(root, 'other.js'))));

  it('when it is read-only, also for root', () => expectRefusal('read-only', (file) => chmod(file, 0o444)));

  it('when its folder was replaced by a link that leads out', async () => {
    const project = await repositoryOf({ 'src/a.js': 'old', 'lib/b.js': 'old' });
    const request = await requestFor(project, { 'src/a.js': 'new', 'lib/b.js': 'new' });
    const outside = await makeFolder({ 'a.js': 'old' });
    await rm(join(project.root, 'src'), { recursive: true });
    await symlink(outside, join(project.root, 'src'));
    const result = await applyChanges(request);
    expect(reasons(project, result.failed)).toEqual({ 'src/a.js': 'outside-root' });
    expect(await readAll(outside)).toEqual({ 'a.js': 'old' });
  });

  it('when it belongs to somebody else', async () => {
    const project = await repositoryOf({ 'a.js': 'old' });
    const request = await requestFor(project, { 'a.js': 'new' });
    const { uid } = await stat(join(project.root, 'a.js'));
    const getuid = vi.spyOn(process, 'getuid').mockReturnValue(uid + 1);
    const result = await applyChanges(request);
    getuid.mockRestore();
    expect(reasons(project, result.failed)).toEqual({ 'a.js': 'not-owner' });
    expect(await readAll(project.root)).toEqual({ 'a.js': 'old' });
  });

  it.runIf(process.getuid?.() === 0)('and keeps its owner when root writes it', async () => {
    const project = await repositoryOf({ 'a.js': 'old' });
    const file = join(project.root, 'a.js');
    execFileSync('chown', ['1234:4321', file]);
    await chmod(file, 0o640);
    await applyChanges(await requestFor(project, { 'a.js': 'new' }));
    const { uid, gid, mode } = await stat(file);
    expect({ uid, gid, mode: mode & 0o777 }).toEqual({ uid: 1234, gid: 4321, mode: 0o640 });
  });

  it('when it is changed at the last moment, behind the first look', async () => {
    const project = await repositoryOf({ 'a.js': 'old', 'b.js': 'old' });
    const request = await requestFor(project, { 'a.js': 'new', 'b.js': 'new' });
    const file = join(project.root, 'a.js');
    const fileSystem = watchedFileSystem(async ({ call, path }) => {
      if (call === 'chmod' && isTemporary(path)) await writeFile(file, 'edited');
    });
    const result = await applyChanges({ ...request, fileSystem });
    expect(reasons(project, result.failed)).toEqual({ 'a.js': 'changed' });
    expect(await readAll(project.root)).toEqual({ 'a.js': 'edited', 'b.js': 'new' });
  });
});

describe('a change set', () => {
  const texts = { 'a.js': 'A', 'b.js': 'B', 'c.js': 'C', 'd.js': 'D', 'e.js': 'E' };
  const before = { 'a.js': 'a', 'b.js': 'b', 'c.js': 'c', 'd.js': 'd', 'e.js': 'e' };
  const linked = [
    ['a.js', 'b.js'],
    ['b.js', 'c.js'],
    ['d.js', 'unchanged.js'],
  ];

  it('is not written when one of its files can not be, nor what shares a file with it', async () => {
    const project = await repositoryOf(before);
    const request = await requestFor(project, texts, linked);
    await chmod(join(project.root, 'c.js'), 0o444);
    const result = await applyChanges(request);
    expect(reasons(project, result.failed)).toEqual({
      'a.js': 'change-set',
      'b.js': 'change-set',
      'c.js': 'read-only',
    });
    expect(result.failed[0]?.detail).toBe('changes together with c.js, which is read-only');
    expect(await readAll(project.root)).toEqual({ ...before, 'd.js': 'D', 'e.js': 'E' });
  });

  it.each(['open', 'write', 'sync', 'rename'])(
    'is taken back when the disk refuses a %s',
    async (refused) => {
      const project = await repositoryOf(before);
      const request = await requestFor(project, texts, linked);
      let isRefused = false;
      const fileSystem = watchedFileSystem(({ call, path }) => {
        const isForB = refused === 'rename' ? path.endsWith('b.js') : path.endsWith('-1.tmp');
        if (call !== refused || !isForB || isRefused) return;
        isRefused = true;
        throw Object.assign(new Error('no space left on device'), { code: 'ENOSPC' });
      });
      const result = await applyChanges({ ...request, fileSystem });
      expect(reasons(project, result.failed)).toEqual({
        'a.js': 'change-set',
        'b.js': 'system',
        'c.js': 'change-set',
      });
      expect(await readAll(project.root)).toEqual({ ...before, 'd.js': 'D', 'e.js': 'E' });
      expect(await listJournals(project)).toEqual(['last.journal']);
    },
  );

  it('that can not even be taken back is repaired by the next start', async () => {
    const project = await repositoryOf(before);
    const request = await requestFor(project, texts, linked);
    let isBroken = false;
    const fileSystem = watchedFileSystem(({ call, path }) => {
      isBroken ||= call === 'rename' && path.endsWith('b.js');
      const isOfThisGroup = /(?:[abc]\.js|-[012]\.tmp)$/.test(path);
      if (isBroken && isOfThisGroup) throw new Error('input/output error');
    });
    const result = await applyChanges({ ...request, fileSystem });
    expect(result.failed.map(({ code }) => code)).toEqual(['change-set', 'system', 'change-set', 'journal']);
    expect(result.written.map((file) => file.slice(-4))).toEqual(['d.js', 'e.js']);
    expect((await readAll(project.root))['a.js']).toBe('A');
    const recovery = await recoverJournals(project);
    expect(recovery.finished.map((file) => file.slice(-4))).toEqual(['a.js', 'b.js', 'c.js']);
    expect(await readAll(project.root)).toEqual(texts);
    expect((await undoLastRun(project))?.written).toHaveLength(5);
  });

  it('half written by a dead run is taken back when one of its files was edited since', async () => {
    const project = await repositoryOf(before);
    const request = await requestFor(project, texts, linked);
    for (let lastEvent = 0; ; lastEvent += 1) {
      await applyChanges({ ...request, fileSystem: dyingFileSystem(lastEvent) }).catch(() => undefined);
      const found = await readAll(project.root);
      if (found['a.js'] === 'A') break;
      await recoverJournals(project);
    }
    await writeFile(join(project.root, 'c.js'), 'edited');
    const recovery = await recoverJournals(project);
    expect(recovery.takenBack.map((file) => file.slice(-4))).toEqual(['a.js', 'b.js', 'c.js']);
    expect(await readAll(project.root)).toEqual({ ...before, 'c.js': 'edited' });
    expect(await listJournals(project)).toEqual([]);
  });
});

describe('the journal', () => {
  it('that can not be written keeps everything from being written', async () => {
    const project = await repositoryOf({ 'a.js': 'old' });
    const request = await requestFor(project, { 'a.js': 'new' });
    const fileSystem = watchedFileSystem(({ call, path }) => {
      if (call === 'write' && path.endsWith('.journal')) throw new Error('no space left on device');
    });
    const result = await applyChanges({ ...request, fileSystem });
    expect(reasons(project, result.failed)).toEqual({ 'a.js': 'journal' });
    expect(await readAll(project.root)).toEqual({ 'a.js': 'old' });
    expect(await listJournals(project)).toEqual([]);
  });

  it('of a run that still goes on is left alone', async () => {
    const project = await repositoryOf({ 'a.js': 'old', 'b.js': 'old' });
    const request = await requestFor(project, { 'a.js': 'new', 'b.js': 'new' });
    let looks = 0;
    const fileSystem = watchedFileSystem(async () => {
      looks += 1;
      expect(await recoverJournals(project)).toEqual({ finished: [], takenBack: [], failed: [] });
    });
    expect(await applyChanges({ ...request, fileSystem })).toMatchObject({ failed: [] });
    expect(looks).toBeGreaterThan(10);
  });

  it('outside a repository is in a folder that goes with the run', async () => {
    const project = await plainFolderOf({ 'a.js': 'old' });
    expect(await applyChanges(await requestFor(project, { 'a.js': 'new' }))).toMatchObject({ failed: [] });
    await expect(lstat(join(project.root, '.leakfix'))).rejects.toThrow('ENOENT');
  });

  it('that is damaged or forged is reported and nothing is done for it', async () => {
    const project = await repositoryOf({ 'a.js': 'old' });
    const folder = join(project.root, '.git/leakfix');
    const outside = await makeFolder({ 'victim.js': 'old' });
    await mkdir(folder);
    const header = (id: string): string => JSON.stringify({ leakfix: 1, id, isUndo: false, entries: 1 });
    const entry = { file: join(outside, 'victim.js'), group: 0, before: 'old', after: 'new' };
    await writeFile(join(folder, 'run-1.1-aa.journal'), `${header('aa')}\n${JSON.stringify(entry)}\n`);
    await writeFile(join(folder, 'run-1.1-bb.journal'), `${header('bb')}\n`);
    await writeFile(join(folder, 'run-1.1-cc.journal'), 'nonsense');
    await writeFile(join(folder, 'new-1.1-dd.journal'), 'not finished');
    const { failed } = await recoverJournals(project);
    expect(failed.map(({ code }) => code)).toEqual(['journal', 'journal', 'journal']);
    expect(await readAll(outside)).toEqual({ 'victim.js': 'old' });
    expect(await readAll(project.root)).toEqual({ 'a.js': 'old' });
    expect((await listJournals(project)).filter((name) => name.startsWith('new'))).toEqual([]);
  });
});

describe('an interruption', () => {
  it('finishes what was begun and begins no more', async () => {
    const before = { 'a.js': 'a', 'b.js': 'b', 'c.js': 'c' };
    const project = await repositoryOf(before);
    const request = await requestFor(project, { 'a.js': 'A', 'b.js': 'B', 'c.js': 'C' }, [['a.js', 'b.js']]);
    const controller = new AbortController();
    const fileSystem = watchedFileSystem(({ call, path }) => {
      if (call === 'rename' && path.endsWith('a.js')) controller.abort();
    });
    const result = await applyChanges({ ...request, fileSystem, signal: controller.signal });
    expect(result.written.map((file) => file.slice(-4))).toEqual(['a.js', 'b.js']);
    expect(reasons(project, result.failed)).toEqual({ 'c.js': 'interrupted' });
    expect(await readAll(project.root)).toEqual({ 'a.js': 'A', 'b.js': 'B', 'c.js': 'c' });
  });

  it('before the first rename leaves everything as it was', async () => {
    const project = await repositoryOf({ 'a.js': 'a', 'b.js': 'b' });
    const request = await requestFor(project, { 'a.js': 'A', 'b.js': 'B' });
    const controller = new AbortController();
    const fileSystem = watchedFileSystem(({ path }) => {
      if (isTemporary(path)) controller.abort();
    });
    const result = await applyChanges({ ...request, fileSystem, signal: controller.signal });
    expect(reasons(project, result.failed)).toEqual({ 'a.js': 'interrupted', 'b.js': 'interrupted' });
    expect(await readAll(project.root)).toEqual({ 'a.js': 'a', 'b.js': 'b' });
    expect(await listJournals(project)).toEqual([]);
  });
});

it('a project that was moved after a crash is repaired where it is now', async () => {
  const before = { 'a.js': 'a', 'b.js': 'b' };
  const project = await repositoryOf(before);
  const request = await requestFor(project, { 'a.js': 'A', 'b.js': 'B' }, [['a.js', 'b.js']]);
  for (let lastEvent = 0; (await readAll(project.root))['a.js'] !== 'A'; lastEvent += 1) {
    await applyChanges({ ...request, fileSystem: dyingFileSystem(lastEvent) }).catch(() => undefined);
    if ((await readAll(project.root))['a.js'] !== 'A') await recoverJournals(project);
  }
  const elsewhere = await makeFolder();
  const root = join(elsewhere, 'moved');
  await rename(project.root, root);
  await recoverJournals({ root, repository: { root, gitDir: join(root, '.git'), excludeFile: '' } });
  expect(await readAll(root)).toEqual({ 'a.js': 'A', 'b.js': 'B' });
});
