import { spawnSync } from 'node:child_process';
import { resolve } from 'node:path';
import { createFixture } from 'fs-fixture';
import { expect, test } from 'vitest';

const CLI = resolve(import.meta.dirname, '../../dist/src/cli.js');
const CODE = `const AWS = require('aws-sdk');
const { toKey } = require('heavy');
const s3 = new AWS.S3();
exports.handler = async (event) => {
  s3.putObject({ Bucket: 'b', Key: toKey(event) }).promise();
};
`;

const MODULES = Array.from({ length: 100 }, (_, index) => `part-${String(index)}`);

/** A package of 60 MB of declarations, in a hundred files. */
const HEAVY = {
  'package.json': '{ "name": "heavy", "version": "1.0.0", "types": "index.d.ts" }',
  'index.d.ts': `${MODULES.map((name) => `export * from './${name}';`).join('\n')}
export function toKey(event: unknown): string;
`,
  ...Object.fromEntries(MODULES.map((name, part) => [`${name}.d.ts`, declarations(part)])),
};

function declarations(part: number): string {
  const names = Array.from({ length: 6000 }, (_, index) => `Shape_${String(part)}_${String(index)}`);
  return names
    .map((name) => `export interface ${name} { readonly id: string; readonly next?: ${name} }`)
    .join('\n');
}

test('types that need more memory than there is are a refusal with a reason, not the end of the process', async () => {
  await using fixture = await createFixture({
    'a.js': CODE,
    node_modules: { heavy: HEAVY },
  });
  const { status, signal, stdout, stderr } = spawnSync(process.execPath, [CLI, '--dry', '-v', 'a.js'], {
    cwd: fixture.path,
    encoding: 'utf8',
    env: { ...process.env, NODE_OPTIONS: '--max-old-space-size=220' },
  });
  expect({ status, signal, stdout }).toEqual({ status: 2, signal: null, stdout: '' });
  expect(stderr).toContain('--max-old-space-size');
  expect(stderr).toContain('not-checkable');
});
