import { createFixture } from 'fs-fixture';
import { expect, test } from 'vitest';
import { leakfix } from './leakfix.js';

const HANDLER = `exports.handler = (event, context, callback) => {
  callback(null, { statusCode: 200, body: String(event.body).length });
};
`;

test('--prove runs a changed handler before and after, and keeps what answers the same', async () => {
  await using fixture = await createFixture({ 'get.js': HANDLER, 'event.json': '{"body":"abc"}' });
  const { code, stdout } = leakfix(fixture.path, ['--dry', '--prove', '--event', 'event.json', 'get.js']);
  expect(code).toBe(0);
  expect(stdout).toContain('+exports.handler = async (event, context) => {');
});

test('and takes back what does not', async () => {
  await using fixture = await createFixture({
    'get.js': HANDLER.replace('String(event.body).length', 'arityOf(exports.handler)').concat(
      'const arityOf = (fn) => fn.length;\n',
    ),
    'event.json': '{}',
  });
  const { stdout, stderr } = leakfix(fixture.path, [
    '--dry',
    '-v',
    '--prove',
    '--event',
    'event.json',
    'get.js',
  ]);
  expect(stdout).toBe('');
  expect(stderr).toContain('answers-differ');
  expect(stderr).toContain('1 reverted');
});

test('--prove without an event is wrong usage', () => {
  expect(leakfix('/', ['--dry', '--prove', 'x.js'])).toMatchObject({ code: 2 });
});
