import { spawnSync } from 'node:child_process';
import { resolve } from 'node:path';
import { createFixture } from 'fs-fixture';
import { expect, test } from 'vitest';

const CLI = resolve(import.meta.dirname, '../../dist/src/cli.js');
const AWS_SDK = resolve(import.meta.dirname, '../../node_modules/aws-sdk');

const CODE = `const AWS = require('aws-sdk');
const s3 = new AWS.S3();
exports.handler = async (event) => {
  s3.putObject({ Bucket: 'b', Key: event.key }).promise();
};
`;

test('types that need more memory than there is are a refusal with a reason, not the end of the process', async () => {
  await using fixture = await createFixture({
    'a.js': CODE,
    'node_modules/aws-sdk': (file) => file.symlink(AWS_SDK, 'dir'),
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
