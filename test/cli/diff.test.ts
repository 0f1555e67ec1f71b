import { spawnSync } from 'node:child_process';
import { resolve } from 'node:path';
import { createFixture, type FsFixture } from 'fs-fixture';
import { expect, test } from 'vitest';
import { git, leakfix } from './leakfix.js';

const LEAK =
  'exports.handler = async (event) => {\n  save(event);\n  return 1;\n};\nasync function save() {}\n';
const FIXED = LEAK.replace('  save(', '  await save(');

const FILES = {
  'src/plain.js': [LEAK, FIXED],
  'src/with space.js': [LEAK, FIXED],
  'src/größe.js': [LEAK, FIXED],
  'src/no-final-newline.js': [LEAK.trimEnd(), FIXED.trimEnd()],
  'src/crlf.js': [LEAK.replaceAll('\n', '\r\n'), FIXED.replaceAll('\n', '\r\n')],
  'src/bom.js': [`\uFEFF${LEAK}`, `\uFEFF${FIXED}`],
  'src/shebang.js': [`#!/usr/bin/env node\n${LEAK}`, `#!/usr/bin/env node\n${FIXED}`],
  'src/deep/tabs.js': [LEAK.replaceAll('  ', '\t'), FIXED.replaceAll('  ', '\t')],
} as const;

async function repository(): Promise<FsFixture> {
  const fixture = await createFixture(
    Object.fromEntries(Object.entries(FILES).map(([name, [text]]) => [name, text])),
  );
  git(fixture.path, 'init', '-q');
  git(fixture.path, 'add', '-A');
  git(fixture.path, 'commit', '-qm', 'start');
  return fixture;
}

async function expectFixed(fixture: FsFixture, names: readonly string[] = Object.keys(FILES)): Promise<void> {
  for (const [name, [before, after]] of Object.entries(FILES))
    expect(await fixture.readFile(name, 'utf8'), name).toBe(names.includes(name) ? after : before);
}

test('leakfix --dry src | git apply, from the root', async () => {
  await using fixture = await repository();
  const { code, stdout } = leakfix(fixture.path, ['--dry', 'src']);
  expect(code).toBe(0);
  await expectFixed(fixture, []);
  await fixture.writeFile('patch.diff', stdout);
  git(fixture.path, 'apply', 'patch.diff');
  await expectFixed(fixture);
});

test('and from a folder below it', async () => {
  await using fixture = await repository();
  const { stdout } = leakfix(fixture.getPath('src'), ['--dry', '.']);
  await fixture.writeFile('patch.diff', stdout);
  git(fixture.getPath('src'), 'apply', '../patch.diff');
  await expectFixed(fixture);
});

test('writing gives what the diff shows, and a second run has nothing to do', async () => {
  await using fixture = await repository();
  expect(leakfix(fixture.path, ['src'])).toMatchObject({ code: 0, stdout: '' });
  await expectFixed(fixture);
  git(fixture.path, 'commit', '-qam', 'fixed');
  expect(leakfix(fixture.path, ['--dry', 'src'])).toMatchObject({ code: 0, stdout: '' });
});

test('--undo restores what was written', async () => {
  await using fixture = await repository();
  leakfix(fixture.path, ['src']);
  expect(leakfix(fixture.path, ['--undo'])).toMatchObject({ code: 0 });
  await expectFixed(fixture, []);
  expect(git(fixture.path, 'status', '--porcelain')).toBe('');
});

test('uncommitted changes in a target file keep everything as it is', async () => {
  await using fixture = await repository();
  await fixture.writeFile('src/plain.js', `${LEAK}// mine\n`);
  const { code, stderr } = leakfix(fixture.path, ['src']);
  expect(code).toBe(2);
  expect(stderr).toContain('src/plain.js');
  expect(await fixture.readFile('src/crlf.js', 'utf8')).toBe(FILES['src/crlf.js'][0]);
  expect(leakfix(fixture.path, ['--dry', 'src']).code).toBe(0);
  expect(leakfix(fixture.path, ['src/deep']).code).toBe(0);
  expect(leakfix(fixture.path, ['--allow-dirty', 'src']).code).toBe(0);
});

test('without a repository nothing is written unless asked for', async () => {
  await using fixture = await createFixture({ 'a.js': LEAK });
  expect(leakfix(fixture.path, ['a.js']).code).toBe(2);
  expect(await fixture.readFile('a.js', 'utf8')).toBe(LEAK);
  expect(leakfix(fixture.path, ['--allow-no-vcs', 'a.js']).code).toBe(0);
  expect(await fixture.readFile('a.js', 'utf8')).toBe(FIXED);
});

test('--dry can not even open a file for writing', async () => {
  await using fixture = await repository();
  const cli = resolve(import.meta.dirname, '../../dist/src/cli.js');
  const permissions = ['--experimental-permission', '--allow-fs-read=*', '--allow-child-process'];
  const { status, stdout } = spawnSync(process.execPath, [...permissions, cli, '--dry', 'src'], {
    cwd: fixture.path,
    encoding: 'utf8',
  });
  expect(status).toBe(0);
  expect(stdout).toContain('+  await save(event);');
});

test('--check counts work without writing', async () => {
  await using fixture = await repository();
  const { code, stdout, stderr } = leakfix(fixture.path, ['--check', 'src']);
  expect(code).toBe(1);
  expect(stdout).toBe('');
  expect(stderr).toContain('leakfix src');
  await expectFixed(fixture, []);
  expect(leakfix(fixture.path, ['--check=fixable', '--dry', 'src'])).toMatchObject({ code: 1 });
});

test('--format json and --output-file', async () => {
  await using fixture = await repository();
  const { stdout, code } = leakfix(fixture.path, [
    '--dry',
    '--format',
    'json',
    '--output-file',
    'out.json',
    'src/plain.js',
  ]);
  expect({ stdout, code }).toEqual({ stdout: '', code: 0 });
  expect(JSON.parse(await fixture.readFile('out.json', 'utf8'))).toMatchObject({
    version: 1,
    findings: [
      { transform: 'await-floating-promises', file: 'src/plain.js', line: 2, column: 3, status: 'fixed' },
    ],
  });
});

test('a reader that closes the pipe is no error', async () => {
  await using fixture = await repository();
  const cli = resolve(import.meta.dirname, '../../dist/src/cli.js');
  const { stderr } = spawnSync('sh', ['-c', `"${process.execPath}" "${cli}" --dry -q src | head -1`], {
    cwd: fixture.path,
    encoding: 'utf8',
  });
  expect(stderr).toBe('');
});
