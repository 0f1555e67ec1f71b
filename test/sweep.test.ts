import { cpSync, mkdtempSync, realpathSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { describe, expect, test } from 'vitest';
import { diffFromSnapshot } from '../bench/sweep/snapshot.js';
import { sweepFolder } from '../bench/sweep/sweep-folder.js';

const ROOT = resolve(import.meta.dirname, '..');
const SNAPSHOTS = join(ROOT, 'bench/snapshots');

/** Installed code in callback style, at the versions of the lock file; `npm run sweep` takes any folders. */
const FOLDERS = [
  'examples/legacy-orders-service',
  'node_modules/graceful-fs',
  'node_modules/mysql',
  'node_modules/pg-pool',
  'node_modules/write-file-atomic',
];

describe('a sweep', () => {
  test.each(FOLDERS)('over %s breaks no law and finds what is stored', async (folder) => {
    const result = await sweepFolder(join(ROOT, folder));
    expect(result.violations).toEqual([]);
    expect(diffFromSnapshot(SNAPSHOTS, result) ?? '', `npm run sweep -- --update ${folder}`).toBe('');
  });

  test('does not depend on where the folder is', async () => {
    const home = realpathSync(mkdtempSync(join(tmpdir(), 'leakfix-elsewhere-')));
    try {
      const copy = join(home, 'legacy-orders-service');
      cpSync(join(ROOT, 'examples/legacy-orders-service'), copy, { recursive: true });
      expect(diffFromSnapshot(SNAPSHOTS, await sweepFolder(copy)) ?? '').toBe('');
    } finally {
      rmSync(home, { recursive: true });
    }
  });
});
