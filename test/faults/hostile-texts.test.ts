import { createFixture } from 'fs-fixture';
import { expect, test } from 'vitest';
import { run } from '../../src/run.js';

const HANDLER = 'exports.handler = async (event) => {\n  save(event);\n};\nasync function save() {}\n';

/** Short lines, since what looks packed is not looked at. */
const LINES = '//\n'.repeat(3_000);

/** Texts on which a pattern that tries again from each place would be busy for hours. */
const HOSTILE: Readonly<Record<string, string>> = {
  'blank.js': `${HANDLER}${'\n'.repeat(900_000)}`,
  'require.js': `${HANDLER}${LINES}require(${' '.repeat(600_000)});\n`,
  'factory.js': `${HANDLER}${LINES}require('./blank'); ${'conn'.repeat(150_000)};\n`,
  'type.js': `${HANDLER}${LINES}/* ${'@return {Promise<'.repeat(40_000)} */\n`,
  'generated.js': `${'// code generated '.repeat(40_000)}\n${LINES}${HANDLER}`,
  'ignore.js': `${HANDLER}${'// leakfix-ignore-next-line\n'.repeat(20_000)}`,
  'serverless.yml': `functions: "\${file(${' '.repeat(500_000)}"\nservice: "\${file(/dev/zero)}"\n`,
  'package.json': JSON.stringify({ dependencies: { mysql2: `${' '.repeat(500_000)}x` } }),
};

test('hostile texts take no longer than others', { timeout: 300_000 }, async () => {
  await using fixture = await createFixture({ 'good.js': HANDLER, ...HOSTILE });
  const before = process.cpuUsage();
  const { report } = await run({ cwd: fixture.path, paths: ['.'] });
  expect(process.cpuUsage(before).user / 1e6, 'seconds of processor time').toBeLessThan(60);
  expect(report.changes.map(({ file }) => file)).toContain(fixture.getPath('good.js'));
});

test('a configuration that names a device is not read without end', async () => {
  await using fixture = await createFixture({
    'good.js': HANDLER,
    'serverless.yml': 'service: x\nprovider: aws\nfunctions: ${file(/dev/zero)}\n',
  });
  const { report } = await run({ cwd: fixture.path, paths: ['.'] });
  expect(report.changes).toHaveLength(1);
});
