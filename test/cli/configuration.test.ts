import { mkdirSync, symlinkSync } from 'node:fs';
import { createFixture } from 'fs-fixture';
import { expect, test } from 'vitest';
import { z } from 'zod';
import { configurationSchema } from '../../src/configuration/configuration-schema.js';
import { transforms } from '../../transforms/index.js';
import { git, leakfix, type Ran } from './leakfix.js';

const TIMER = 'exports.handler = async (event) => { setTimeout(() => console.log(1), 20); return event; };\n';
const FLOATING = 'async function save() {}\nexports.handler = async () => {\n  save();\n};\n';

function configurationOf({ stdout }: Ran): unknown {
  return JSON.parse(stdout);
}

test.each([
  ['{ "onyl": [] }', `leakfix.config.json:1:3 unknown key "onyl": did you mean 'only'?`],
  ['{ "unsafe": true }', 'unknown key "unsafe"'],
  ['{ "__proto__": { "only": [] } }', 'unknown key "__proto__"'],
  [
    '{\n  "skip": ["await-timer"]\n}',
    `:2:12 "await-timer" is no value of skip[0]: did you mean 'await-timers'?`,
  ],
  ['{ "platform": "azure" }', '"azure" is no value of platform'],
  ['{ "ignore": "src" }', ':1:13 ignore: '],
  ['{ "only": [', ':1:12 not JSON'],
  ['[]', 'is not an object'],
  ['', 'not JSON'],
  ['['.repeat(50_000), 'nested too deeply'],
])('%.40j is refused in one line that says where', async (text, message) => {
  await using fixture = await createFixture({ 'leakfix.config.json': text, 'a.js': TIMER });
  const { code, stdout, stderr } = leakfix(fixture.path, ['--dry', 'a.js']);
  expect(stderr).toContain(message);
  expect(stderr.trim().split('\n')).toHaveLength(1);
  expect([code, stdout]).toEqual([2, '']);
});

test('a file with comments and a byte order mark is read, and flags win over it', async () => {
  await using fixture = await createFixture({
    'leakfix.config.json':
      '\uFEFF{\n  // only these\n  "only": ["await-timers"],\n  "platform": "node",\n}\n',
  });
  const args = ['--print-config', '--platform', 'lambda'];
  expect(configurationOf(leakfix(fixture.path, args))).toMatchObject({
    only: ['await-timers'],
    platform: 'lambda',
  });
  expect(configurationOf(leakfix(fixture.path, [...args, '--only', 'close-connections']))).toMatchObject({
    only: ['close-connections'],
  });
  expect(configurationOf(leakfix(fixture.path, [...args, '--no-config']))).not.toHaveProperty('only');
});

test('the nearest file up to the top of the repository counts, and its paths are its own', async () => {
  await using fixture = await createFixture({
    'leakfix.config.json': '{ "skip": ["await-timers"] }',
    'repository/package.json':
      '{ "leakfix": { "ignore": ["lambdas/made"], "handlers": ["lambdas/a.js:run"] } }',
    'repository/lambdas/a.js': TIMER,
    'repository/lambdas/made/b.js': TIMER,
  });
  git(fixture.getPath('repository'), 'init', '-q');
  const folder = fixture.getPath('repository/lambdas');
  const { stdout, stderr } = leakfix(folder, ['--dry', '.']);
  expect(stdout).toContain('b/lambdas/a.js');
  expect(stdout).not.toContain('made');
  expect(stderr).toContain('1 ignore-option');
  expect(configurationOf(leakfix(folder, ['--print-config']))).toMatchObject({ handlers: ['a.js:run'] });
});

test('a configuration in two places of one folder is refused', async () => {
  await using fixture = await createFixture({
    'leakfix.config.json': '{}',
    'package.json': '{ "leakfix": {} }',
  });
  const { code, stderr } = leakfix(fixture.path, ['--print-config']);
  expect([code, stderr]).toEqual([2, expect.stringContaining('remove one of them')]);
});

test('a package.json that is no JSON and says nothing of leakfix stops nothing', async () => {
  await using fixture = await createFixture({ 'package.json': '{ "name": ', 'a.js': FLOATING });
  const { code, stdout } = leakfix(fixture.path, ['--dry', 'a.js']);
  expect(code).toBe(0);
  expect(stdout).toContain('+  await save();');
});

test('what is no regular file is not read as a configuration', async () => {
  await using fixture = await createFixture({ 'secret.json': '{ "password": 1 }', 'link/a.js': TIMER });
  symlinkSync(fixture.getPath('secret.json'), fixture.getPath('link/leakfix.config.json'));
  mkdirSync(fixture.getPath('folder/leakfix.config.json'), { recursive: true });
  for (const folder of ['link', 'folder']) {
    const { code, stderr } = leakfix(fixture.getPath(folder), ['--print-config']);
    expect([code, stderr]).toEqual([2, expect.stringContaining('is not a regular file')]);
    expect(leakfix(fixture.getPath(folder), ['--print-config', '--no-config']).code).toBe(0);
  }
});

test('--config names another file, which must be there', async () => {
  await using fixture = await createFixture({ 'other.json': '{ "platform": "node" }' });
  const named = leakfix(fixture.path, ['--print-config', '--config', 'other.json']);
  expect(configurationOf(named)).toMatchObject({ platform: 'node' });
  expect(leakfix(fixture.path, ['--print-config', '--config', 'nowhere.json']).code).toBe(2);
});

test('the published schema is up to date', async () => {
  const schema = z.toJSONSchema(configurationSchema(transforms.map(({ name }) => name)));
  await expect(`${JSON.stringify(schema, null, 2)}\n`).toMatchFileSnapshot('../../schema/config.schema.json');
});
