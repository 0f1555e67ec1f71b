import { createFixture } from 'fs-fixture';
import { expect, test } from 'vitest';
import { leakfix } from './leakfix.js';

const leaky = `exports.handler = async (event) => {
  setTimeout(() => console.log(event), 20);
  return event;
};
`;

test.each([
  ['patch', /^diff --git a\/get\.js b\/get\.js\n/],
  ['json', /^\{\n {2}"version": 1,/],
  ['sarif', /^\{\n {2}"\$schema": .*\n {2}"version": "2\.1\.0",/],
  ['github', /^::warning title=leakfix await-timers,file=get\.js,line=2,endLine=2,col=3::/],
  ['markdown', /^## leakfix: 1 change in 1 file\n/],
  ['html', /^<!doctype html>\n/],
])('--format %s prints on stdout, also without --dry, and --output-file takes it', async (format, start) => {
  await using fixture = await createFixture({ 'get.js': leaky });
  const printed = leakfix(fixture.path, ['--check', '--format', format, 'get.js']);
  expect(printed.stdout).toMatch(start);
  expect(printed.code).toBe(1);
  const { stdout } = leakfix(fixture.path, [
    '--dry',
    '--format',
    format,
    '--output-file',
    'report',
    'get.js',
  ]);
  expect(stdout).toBe('');
  expect(await fixture.readFile('report', 'utf8')).toMatch(start);
});
