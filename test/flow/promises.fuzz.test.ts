import { mkdirSync, mkdtempSync, readFileSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import fc from 'fast-check';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { invokeHandlers } from '../../src/prove/index.js';
import { run } from '../../src/run.js';
import { promiseProgram } from './promise-program.js';

/** More by hand: `FUZZ_PROGRAMS=3000 FUZZ_SEED=7 npx vitest run test/flow/promises`. */
const PROGRAMS = Number(process.env.FUZZ_PROGRAMS ?? 120);
const SEED = Number(process.env.FUZZ_SEED ?? 5);

const EVENTS = [
  { a: 'a', b: 'b' },
  { a: 'b', b: 'missing' },
  { a: 'broken', b: 'a' },
  { a: 'missing', b: 'broken' },
];

const STAND_IN = readFileSync(
  resolve(import.meta.dirname, '../../__testfixtures__/stand-ins/aws-sdk-v2.js'),
  'utf8',
);

const HEAD = `const AWS = require('aws-sdk');
const { promisify } = require('util');

const table = new AWS.DynamoDB.DocumentClient();

`;

let root = '';

beforeAll(() => {
  root = realpathSync(mkdtempSync(join(tmpdir(), 'leakfix-fuzz-promises-')));
});

afterAll(() => {
  rmSync(root, { recursive: true });
});

async function answers(files: readonly string[]): Promise<string[][]> {
  const results = await invokeHandlers(
    files.map((file) => ({
      file,
      exportName: 'handler',
      runtime: 'nodejs22.x',
      events: EVENTS,
      modules: { 'aws-sdk': STAND_IN },
    })),
  );
  return results.map(({ outcomes }) =>
    outcomes.map((outcome) => JSON.stringify(outcome.kind === 'exit' ? { kind: 'exit' } : outcome)),
  );
}

test('functions in callback form answer the same when they are async', { timeout: 600_000 }, async () => {
  const programs = fc.sample(promiseProgram, { seed: SEED, numRuns: PROGRAMS });
  programs.forEach((code, index) => {
    mkdirSync(join(root, String(index)));
    writeFileSync(join(root, String(index), 'index.js'), HEAD + code);
  });
  const { report } = await run({ cwd: root, paths: ['.'], only: ['promisify-callbacks'] });
  const pairs = report.changes.map(({ file, after }) => {
    const rewritten = file.replace(/index\.js$/, 'rewritten.js');
    writeFileSync(rewritten, after);
    return { file, rewritten };
  });
  expect(pairs.length).toBeGreaterThan(PROGRAMS / 4);
  const before = await answers(pairs.map(({ file }) => file));
  const after = await answers(pairs.map(({ rewritten }) => rewritten));
  const responses = before.flat().filter((answer) => answer.includes('"response"'));
  expect(responses.length, 'programs that ran').toBeGreaterThan(pairs.length);
  const differences = pairs.flatMap(({ file, rewritten }, index) => {
    const [was, is] = [before[index] ?? [], after[index] ?? []];
    const at = was.findIndex((answer, event) => answer !== is[event]);
    if (at < 0) return [];
    const texts = [file, rewritten].map((path) => readFileSync(path, 'utf8'));
    return [[...texts, JSON.stringify(EVENTS[at]), was[at], is[at]].join('\n')];
  });
  expect(differences.slice(0, 3).join('\n\n'), `${String(differences.length)} answers differ`).toBe('');
});
