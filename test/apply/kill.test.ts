import { describe, expect, it } from 'vitest';
import { applyChanges } from '../../src/apply/apply-changes.js';
import { recoverJournals } from '../../src/apply/recover-journals.js';
import { undoLastRun } from '../../src/apply/undo-last-run.js';
import { readAll } from '../project/temporary-project.js';
import { listJournals, plainFolderOf, type Project, repositoryOf, requestFor } from './change-fixture.js';
import { dyingFileSystem } from './dying-file-system.js';

const BEFORE = {
  'src/callee.js': 'function callee() {}\n',
  'src/caller.js': 'callee();\n',
  'src/alone.js': '\uFEFFalone\r\n',
  'lib/other.js': 'other\n',
  'lib/third.js': 'third',
};
const AFTER = {
  'src/callee.js': 'async function callee() {}\n',
  'src/caller.js': 'await callee();\n',
  'src/alone.js': 'ALONE\r\n',
  'lib/other.js': 'OTHER\n',
  'lib/third.js': 'THIRD',
};
const CHANGE_SETS = [
  ['src/callee.js', 'src/caller.js'],
  ['lib/other.js', 'lib/third.js'],
];
const ON_DISK_AFTER = { ...AFTER, 'src/alone.js': '\uFEFFALONE\r\n' };
const GROUPS = [...CHANGE_SETS, ['src/alone.js']];

type Make = (contents: typeof BEFORE) => Promise<Project>;

/** No torn file, no temporary file, no half change set, and nothing left for the next start to do. */
async function expectWholeness(project: Project): Promise<void> {
  const found = await readAll(project.root);
  expect(Object.keys(found).sort()).toEqual(Object.keys(BEFORE).sort());
  for (const group of GROUPS) {
    const sides = group.map((name) => {
      if (found[name] === BEFORE[name as keyof typeof BEFORE]) return 'before';
      return found[name] === ON_DISK_AFTER[name as keyof typeof AFTER] ? 'after' : 'torn';
    });
    expect(['before', 'after']).toContain(sides[0]);
    expect(new Set(sides).size).toBe(1);
  }
  expect((await listJournals(project)).filter((name) => name !== 'last.journal')).toEqual([]);
}

/** Dies at each event in turn, until one attempt gets through. */
async function forEachDeath(work: (lastEvent: number) => Promise<{ hasDied: boolean }>): Promise<number> {
  for (let lastEvent = 0; ; lastEvent += 1) {
    if (!(await work(lastEvent)).hasDied) return lastEvent;
  }
}

async function diesAt(lastEvent: number, project: Project): Promise<boolean> {
  const fileSystem = dyingFileSystem(lastEvent);
  await applyChanges({ ...(await requestFor(project, AFTER, CHANGE_SETS)), fileSystem }).catch(
    () => undefined,
  );
  return fileSystem.isDead();
}

describe.each<[string, Make]>([
  ['in a repository', repositoryOf],
  ['without a repository', plainFolderOf],
])('a process killed %s', (_, make) => {
  it('leaves, after the next start, only whole files and whole change sets, wherever it died', async () => {
    let repairs = 0;
    const events = await forEachDeath(async (lastEvent) => {
      const project = await make(BEFORE);
      const hasDied = await diesAt(lastEvent, project);
      const recovery = await recoverJournals(project);
      expect(recovery.failed).toEqual([]);
      expect(recovery.takenBack).toEqual([]);
      if (recovery.finished.length > 0) repairs += 1;
      await expectWholeness(project);
      expect(await recoverJournals(project)).toEqual({ finished: [], takenBack: [], failed: [] });
      return { hasDied };
    });
    expect(events).toBeGreaterThan(40);
    expect(repairs).toBe(CHANGE_SETS.length);
  });

  it('may be killed again while it repairs what the first one left', async () => {
    const afterFirstRename = 46;
    let repairs = 0;
    for (let death = afterFirstRename; ; death += 1) {
      const probe = await make(BEFORE);
      if (!(await diesAt(death, probe))) break;
      await forEachDeath(async (lastEvent) => {
        const project = await make(BEFORE);
        await diesAt(death, project);
        const fileSystem = dyingFileSystem(lastEvent);
        await recoverJournals({ ...project, fileSystem }).catch(() => undefined);
        if (fileSystem.isDead()) repairs += 1;
        await recoverJournals(project);
        await expectWholeness(project);
        return { hasDied: fileSystem.isDead() };
      });
    }
    expect(repairs).toBeGreaterThan(20);
  });

  it('can be taken back after the repair', async () => {
    let undone = 0;
    await forEachDeath(async (lastEvent) => {
      const project = await make(BEFORE);
      const hasDied = await diesAt(lastEvent, project);
      await recoverJournals(project);
      const undo = await undoLastRun(project);
      if (undo) {
        expect(undo.failed).toEqual([]);
        expect(await readAll(project.root)).toEqual(BEFORE);
        undone += 1;
      }
      return { hasDied };
    });
    expect(undone > 0).toBe((await make(BEFORE)).repository !== undefined);
  });
});

it('an undo that is killed is finished or was not begun', async () => {
  const events = await forEachDeath(async (lastEvent) => {
    const project = await repositoryOf(BEFORE);
    await applyChanges(await requestFor(project, AFTER, CHANGE_SETS));
    const fileSystem = dyingFileSystem(lastEvent);
    await undoLastRun({ ...project, fileSystem }).catch(() => undefined);
    await recoverJournals(project);
    const found = await readAll(project.root);
    expect([BEFORE, ON_DISK_AFTER]).toContainEqual(found);
    expect(await listJournals(project)).toEqual(
      found['src/caller.js'] === 'callee();\n' ? [] : ['last.journal'],
    );
    return { hasDied: fileSystem.isDead() };
  });
  expect(events).toBeGreaterThan(40);
});
