import { spawnSync } from 'node:child_process';
import path from 'node:path';

import { createFixture, type FsFixture } from 'fs-fixture';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

const COMMAND = path.join(import.meta.dirname, '..', '..', 'dist', 'src', 'cli.js');

const FILES = {
  'leaky.js': `exports.handler = async (event) => { setTimeout(() => {}, 20); return event.n ?? 'ok'; };`,
  'clean.js': `exports.handler = async (event) => { await new Promise((r) => setTimeout(r, 20)); return event.n ?? 'ok'; };`,
  'other.js': `exports.handler = async () => 'something else';`,
  'callback.js': `exports.handler = (event, context, callback) => callback(null, 1);`,
  'network.js': `exports.handler = async () => { await fetch('http://192.0.2.1/'); };`,
  'sqs.js': `exports.handler = async (event) => event.Records[0].eventSource;`,
  'five.json': '{"n":5}',
  'broken.json': '{',
  'serverless.yml':
    'service: s\nprovider: { name: aws }\nfunctions: { ping: { handler: clean.handler }, take: { handler: sqs.handler, events: [{ sqs: q }] } }\n',
};

describe('leakfix prove', () => {
  let project: FsFixture;

  beforeAll(async () => {
    project = await createFixture(FILES);
  });

  afterAll(() => project.rm());

  const run = (...parameters: string[]): { status: number | null; stdout: string; stderr: string } =>
    spawnSync(process.execPath, [COMMAND, 'prove', ...parameters, '--invocations', '3', '--pause', '100'], {
      cwd: project.path,
      encoding: 'utf8',
    });

  it.each([
    ['0 when nothing leaks', ['clean.js'], 0, 'no leak seen for these events'],
    ['0 by the name of the function', ['ping'], 0, 'no leak seen'],
    [
      '0 for an equal version without the leak',
      ['clean.js', '--compare', 'leaky.js'],
      0,
      'same answers as before',
    ],
    ['1 for a leak', ['leaky.js'], 1, 'leaky.js:1:38'],
    ['1 for another answer', ['other.js', '--compare', 'clean.js'], 1, '3 answers not as before'],
    ['1 for a new leak', ['leaky.js', '--compare', 'clean.js'], 1, 'new: late-execution'],
  ])('exits %s', (_what, parameters, status, text) => {
    const result = run(...parameters);
    expect(result.stdout).toContain(text);
    expect(result.status).toBe(status);
  });

  it.each([
    ['a file that does not exist', ['nothing.js'], 'neither a file nor a function'],
    ['a folder', ['.'], 'neither a file nor a function'],
    ['a time limit of nothing', ['clean.js', '--timeout', '0'], '--timeout wants a number from 1 on'],
    ['what is no number', ['clean.js', '--fd-limit', 'many'], '--fd-limit wants a number from 1 on'],
    ['an event that is no JSON', ['clean.js', '--event', 'broken.json'], `can't read the event broken.json`],
    ['a binary that does not exist', ['clean.js', '--node', './no-node'], `can't run ./no-node`],
    [
      'a handler that the runtime refuses',
      ['callback.js', '--runtime', 'nodejs24.x'],
      'CallbackHandlerDeprecated',
    ],
    ['a variable without a value', ['clean.js', '--env', 'X'], '--env wants NAME=value'],
    ['an unknown option', ['clean.js', '--nonsense'], 'nonsense'],
  ])('exits 2 for %s', (_what, parameters, text) => {
    const result = run(...parameters);
    expect(result.stderr).toContain(text);
    expect(result.status).toBe(2);
  });

  it('says how many invocations failed and where, since what did not run proves nothing', () => {
    const { stdout } = run('sqs.js');
    expect(stdout).toContain('no leak seen for these events, 3 of 3 invocations failed');
    expect(stdout).toContain('error made in  sqs.js:1:49 handler');
  });

  it('gives both versions the events of the triggers', () => {
    const { status, stdout } = run('take', '--compare', 'sqs.js');
    expect(stdout).toContain('response "aws:sqs"');
    expect(status).toBe(0);
  });

  it('gives the events of the files, or a built-in one', () => {
    expect(run('clean.js', '--event', 'five.json').stdout).toContain('response 5');
    expect(run('sqs.js', '--event-type', 'sqs').stdout).toContain('response "aws:sqs"');
  });

  it('prints JSON for machines', () => {
    const { stdout } = run('leaky.js', '--format', 'json');
    expect(JSON.parse(stdout)).toMatchObject({
      version: 1,
      isProven: false,
      findings: [{ kind: 'late-execution', severity: 'error', inner: { line: 1 } }],
      invocations: [{ index: 1 }, { index: 2 }, { index: 3 }],
    });
  });

  it('denies the network, and says how to allow it', () => {
    const { stdout } = run('network.js');
    expect(stdout).toContain('error TypeError: fetch failed');
    expect(stdout).toContain('connect 192.0.2.1: leakfix prove denies the network, see --allow-network');
  });
});
