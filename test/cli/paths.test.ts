import { createFixture, type FsFixture } from 'fs-fixture';
import { expect, test } from 'vitest';
import { git, leakfix } from './leakfix.js';

const FILES = {
  'package.json': '{ "name": "service", "private": true }\n',
  'handlers/order.js': [
    "const { notify } = require('../lib/notify');",
    'exports.handler = async (event) => {',
    '  notify(event);',
    '  return 1;',
    '};',
    '',
  ].join('\n'),
  'lib/notify.js': [
    'async function send() {}',
    'function notify(event) {',
    '  send(event);',
    '}',
    'module.exports = { notify };',
    '',
  ].join('\n'),
};

async function service(): Promise<FsFixture> {
  const fixture = await createFixture(FILES);
  git(fixture.path, 'init', '-q');
  return fixture;
}

test('the whole chain is fixed when all of it is among the paths', async () => {
  await using fixture = await service();
  const { stdout } = leakfix(fixture.path, ['--dry', '.']);
  expect(stdout).toContain('+async function notify(event) {');
  expect(stdout).toContain('+  await notify(event);');
});

test('a function does not become async behind the back of a caller outside of the paths', async () => {
  await using fixture = await service();
  const { stdout, stderr, code } = leakfix(fixture.path, ['--dry', '-v', 'lib']);
  expect({ stdout, code }).toEqual({ stdout: '', code: 0 });
  expect(stderr).toContain('outside-run');
  expect(stderr).toContain('handlers/order.js:3:');
});

test('also where there is no repository', async () => {
  await using fixture = await createFixture(FILES);
  expect(leakfix(fixture.path, ['--dry', 'lib/notify.js']).stdout).toBe('');
});
