import { spawnSync } from 'node:child_process';
import { resolve } from 'node:path';
import { createFixture, type FsFixture } from 'fs-fixture';
import { expect, test } from 'vitest';
import { git, leakfix } from './leakfix.js';

const LEAK =
  'exports.handler = async (event) => {\n  save(event);\n  return 1;\n};\nasync function save() {}\n';
const FIXED = LEAK.replace('  save(', '  await save(');

async function repository(): Promise<FsFixture> {
  const fixture = await createFixture({ 'old.js': LEAK, 'new.js': '' });
  git(fixture.path, 'init', '-q');
  git(fixture.path, 'add', '-A');
  git(fixture.path, 'commit', '-qm', 'start');
  await fixture.writeFile('new.js', LEAK);
  return fixture;
}

test('--staged takes what the next commit holds, and may write it', async () => {
  await using fixture = await repository();
  expect(leakfix(fixture.path, ['--dry', '--staged']).stdout).toBe('');
  git(fixture.path, 'add', 'new.js');
  expect(leakfix(fixture.path, ['--staged']).code).toBe(0);
  expect(await fixture.readFile('new.js', 'utf8')).toBe(FIXED);
  expect(await fixture.readFile('old.js', 'utf8')).toBe(LEAK);
});

test('--since takes what differs from a commit', async () => {
  await using fixture = await repository();
  const { stdout } = leakfix(fixture.path, ['--dry', '--since', 'HEAD']);
  expect(stdout).toContain('b/new.js');
  expect(stdout).not.toContain('b/old.js');
  expect(leakfix(fixture.path, ['--dry', '--since', 'nowhere']).code).toBe(2);
});

test('--stdin-filepath: code in, code out', async () => {
  await using fixture = await repository();
  const cli = resolve(import.meta.dirname, '../../dist/src/cli.js');
  const pipe = (input: string): string =>
    spawnSync(process.execPath, [cli, '--stdin-filepath', 'x.js'], {
      cwd: fixture.path,
      input,
      encoding: 'utf8',
    }).stdout;
  expect(pipe(LEAK)).toBe(FIXED);
  expect(pipe('let a; let a;')).toBe('let a; let a;');
});
