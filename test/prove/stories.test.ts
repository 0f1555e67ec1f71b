import { execFileSync } from 'node:child_process';
import { cpSync, symlinkSync } from 'node:fs';
import path from 'node:path';

import { createFixture, type FsFixture } from 'fs-fixture';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

import { compareResults, prove, type ProveOptions } from '../../src/prove/index.js';
import { leakKinds } from './leak-handlers.js';
import { startStandIns, type StandIns } from './stand-ins/start.js';

const HERE = import.meta.dirname;
const ROOT = path.join(HERE, '..', '..');

/** The two accidents that leakfix is about: seen, fixed by its own rewrite, and proven to be fixed. */
describe('from the leak to the proof', () => {
  let project: FsFixture;
  let standIns: StandIns;
  const before = (name: string): string => path.join(HERE, 'testdata', 'stories', name);
  const after = (name: string): string => project.getPath(name);

  beforeAll(async () => {
    standIns = await startStandIns();
    project = await createFixture();
    cpSync(path.join(HERE, 'testdata', 'stories'), project.path, { recursive: true });
    symlinkSync(path.join(ROOT, 'node_modules'), project.getPath('node_modules'));
    const command = path.join(ROOT, 'dist', 'src', 'cli.js');
    execFileSync(process.execPath, [command, '--allow-no-vcs', 'timer.js', 'connection.js'], {
      cwd: project.path,
    });
  }, 600_000);

  afterAll(async () => {
    await standIns.stop();
    await project.rm();
  });

  it('a timer lands in the next request, and the last one nowhere', async () => {
    const leaking = await prove({ ...defaults, file: before('timer.js'), invocations: 3, mode: 'freeze' });
    const [finding] = leaking.findings;
    expect(finding).toMatchObject({ kind: 'late-execution', inner: { line: 7 } });
    expect(finding?.occurrences).toMatchObject([
      { startedIn: 1, ranIn: 2 },
      { startedIn: 2, ranIn: 3 },
      { startedIn: 3, ranIn: undefined },
    ]);
    const ids = leaking.invocations.map(({ requestId }) => requestId);
    const late = leaking.invocations.map(({ logs }) =>
      logs.find(({ text }) => text.startsWith('seat confirmed')),
    );
    // Printed while the next request goes on, under the id of the one that is long answered.
    expect(late.map((line) => line?.requestId)).toEqual([undefined, ids[0], ids[1]]);

    const fixed = await prove({ ...defaults, file: after('timer.js'), invocations: 3, mode: 'freeze' });
    expect(compareResults(leaking, fixed).isEquivalent).toBe(true);
    expect(leakKinds(fixed)).toEqual([]);
    expect(fixed.invocations.map(({ logs }) => logs.length)).toEqual([2, 2, 2]);
  });

  it('a connection grows by one descriptor per invocation until none is left, as predicted', async () => {
    const limit = 96;
    const options = { ...defaults, env: standIns.env, pauseMs: 100, fdLimit: limit, timeoutMs: 5_000 };
    const leaking = await prove({ ...options, file: before('connection.js'), invocations: limit });
    expect(leakKinds(leaking)).toEqual(['handle-growth', 'fd-growth']);
    const predicted = Number(
      /at about invocation (\d+)/.exec(leaking.findings.map(({ detail }) => detail).join())?.[1],
    );
    const failed = leaking.outcomes.findIndex(({ kind }) => kind === 'error') + 1;
    expect(leaking.outcomes[failed - 1]).toMatchObject({
      errorMessage: expect.stringContaining('EMFILE') as unknown,
    });
    expect(Math.abs(failed - predicted)).toBeLessThanOrEqual(4);
    expect(leaking.outcomes.slice(failed).every(({ kind }) => kind === 'error')).toBe(true);

    const fixed = await prove({ ...options, file: after('connection.js'), invocations: limit });
    expect(leakKinds(fixed)).toEqual([]);
    expect(new Set(fixed.outcomes.map(({ kind }) => kind))).toEqual(new Set(['response']));
  });
});

const defaults: Omit<ProveOptions, 'file'> = { exportName: 'handler', runtime: 'nodejs22.x', events: [{}] };
