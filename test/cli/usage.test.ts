import { createFixture } from 'fs-fixture';
import { expect, test } from 'vitest';
import { leakfix } from './leakfix.js';

test.each([
  [['--dri', 'x'], "unknown option '--dri': did you mean 'dry'?"],
  [['--only', 'await-timer', 'x'], "no transform is called 'await-timer': did you mean 'await-timers'?"],
  [['--explain', 'await-timer'], "did you mean 'await-timers'?"],
  [['--check=never', 'x'], '--check=never is not known'],
  [['--format', 'xml', 'x'], 'format'],
  [[], 'no files given'],
])('%j is refused in one line', (args, message) => {
  const { code, stdout, stderr } = leakfix('/', args);
  expect(code).toBe(2);
  expect(stdout).toBe('');
  expect(stderr).toContain(message);
  expect(stderr.trim().split('\n')).toHaveLength(1);
});

test('a path that matches nothing is an error', async () => {
  await using fixture = await createFixture({ 'a.js': '' });
  const { code, stderr } = leakfix(fixture.path, ['--dry', 'nowhere', 'a.js']);
  expect(code).toBe(2);
  expect(stderr).toContain('nowhere');
});

test('--list and --help print on stdout and exit with 0', () => {
  for (const flag of ['--list', '--help']) {
    const { code, stdout, stderr } = leakfix('/', [flag]);
    expect(code).toBe(0);
    expect(stdout).toContain('leakfix'.slice(0, flag === '--list' ? 0 : 7));
    expect(stderr).toBe('');
  }
});

test('one file that is no program does not stop the others, and the exit code says so', async () => {
  await using fixture = await createFixture({
    'broken.js': 'ok();\nlet a; let a;\n',
    'good.js':
      'exports.handler = async (event) => { setTimeout(() => console.log(1), 20); return event; };\n',
  });
  const { code, stdout, stderr } = leakfix(fixture.path, ['--dry', '.']);
  expect(code).toBe(2);
  expect(stderr).toContain('broken.js:2:12');
  expect(stdout).toContain('+++ b/good.js');
});
