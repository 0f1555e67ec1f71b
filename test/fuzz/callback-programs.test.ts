import { mkdirSync, mkdtempSync, readFileSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import fc from 'fast-check';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { invokeHandlers, type Outcome, type RuntimeName } from '../../src/prove/index.js';
import { run } from '../../src/run.js';
import { callbackProgram, OWN_FUNCTIONS } from './callback-program.js';
import { PROGRAMS, SEED } from './fuzz-size.js';

const PER_FILE = 25;

const EVENTS = [
  { a: 'a', b: 'b', c: 'c' },
  { a: 'a', b: 'missing', c: 'broken' },
  { a: 'broken', b: 'b', c: 'missing' },
];

const STAND_IN = readFileSync(
  resolve(import.meta.dirname, '../../__testfixtures__/stand-ins/aws-sdk-v2.js'),
  'utf8',
);

const HEAD = `const AWS = require('aws-sdk');

const table = new AWS.DynamoDB.DocumentClient();
`;

const OWN_CALL = new RegExp(`(?<![.\\w])(${Object.keys(OWN_FUNCTIONS).join('|')})\\(`, 'g');

/** Each handler has functions of its own, so that what becomes of them is its own business. */
function handler(code: string, index: number): string {
  const numbered = (text: string): string => text.replaceAll(OWN_CALL, `$1${index}(`);
  const used = Object.entries(OWN_FUNCTIONS).filter(([name]) => code.includes(`${name}(`));
  const own = used.map(([, text]) => `\n${numbered(text)}\n`).join('');
  const body = numbered(code).replaceAll(/^(?=.)/gm, '  ');
  return `${own}\nexports.handler${index} = (event, context, callback) => {\n${body}\n};\n`;
}

/** Calls the handler of the file that the event names, in the form that each version has. */
const DISPATCHER = {
  before: `const handlers = require('./handlers');
exports.handler = (event, context, callback) => handlers['handler' + event.index](event, context, callback);`,
  after: `const handlers = require('./handlers');
exports.handler = async (event, context) => handlers['handler' + event.index](event, context);`,
} as const;

interface Version {
  readonly folder: string;
  readonly dispatcher: string;
  readonly runtime: RuntimeName;
  /** Indexes of the handlers in the file that are run. */
  readonly indexes: readonly number[];
}

let root = '';

beforeAll(() => {
  root = realpathSync(mkdtempSync(join(tmpdir(), 'leakfix-fuzz-')));
});

afterAll(() => {
  rmSync(root, { recursive: true });
});

function answersOf(outcomes: readonly Outcome[]): unknown[] {
  return outcomes.map((outcome) => (outcome.kind === 'exit' ? { kind: 'exit' } : outcome));
}

async function answers(versions: readonly Version[]): Promise<unknown[][]> {
  const runs = versions.map(({ folder, dispatcher, runtime, indexes }, number) => {
    const file = join(folder, `dispatcher-${number}.js`);
    writeFileSync(file, dispatcher);
    return {
      file,
      exportName: 'handler',
      runtime,
      events: indexes.flatMap((index) => EVENTS.map((event) => ({ ...event, index }))),
      modules: { 'aws-sdk': STAND_IN },
    };
  });
  const results = await invokeHandlers(runs);
  return results.map(({ outcomes }) => answersOf(outcomes));
}

function sourceOf(text: string, index: number): string {
  const start = text.indexOf(`exports.handler${index} = `);
  const end = text.indexOf('\nexports.handler', start + 1);
  return text.slice(start, end === -1 ? undefined : end);
}

test('programs of callbacks answer the same in direct style', { timeout: 300_000 }, async () => {
  const programs = fc.sample(callbackProgram, { seed: SEED, numRuns: PROGRAMS });
  const folders: string[] = [];
  for (let start = 0; start < programs.length; start += PER_FILE) {
    const folder = join(root, `group-${start}`);
    mkdirSync(folder);
    writeFileSync(
      join(folder, 'handlers.js'),
      HEAD +
        programs
          .slice(start, start + PER_FILE)
          .map(handler)
          .join(''),
    );
    folders.push(folder);
  }
  const { report } = await run({ cwd: root, paths: ['.'], only: ['lambda-callback-to-async'] });
  const changes = new Map(report.changes.map(({ file, after }) => [file, after]));
  const compared: Version[] = [];
  for (const folder of folders) {
    const before = readFileSync(join(folder, 'handlers.js'), 'utf8');
    const after = changes.get(join(folder, 'handlers.js')) ?? before;
    const rewritten = join(folder, 'rewritten');
    mkdirSync(rewritten);
    writeFileSync(join(rewritten, 'handlers.js'), after);
    const indexes = Array.from({ length: PER_FILE }, (_, index) => index).filter((index) =>
      sourceOf(after, index).includes('= async '),
    );
    compared.push(
      { folder, dispatcher: DISPATCHER.before, runtime: 'nodejs22.x', indexes },
      { folder: rewritten, dispatcher: DISPATCHER.after, runtime: 'nodejs22.x', indexes },
      { folder: rewritten, dispatcher: DISPATCHER.after, runtime: 'nodejs24.x', indexes },
    );
  }
  const converted = compared.reduce((sum, { indexes }) => sum + indexes.length, 0) / 3;
  expect(converted).toBeGreaterThan(PROGRAMS / 3);
  const results = await answers(compared);
  const responses = results.flat().filter((answer) => JSON.stringify(answer).includes('"response"'));
  expect(responses.length, 'programs that ran').toBeGreaterThan(converted);
  const differences: string[] = [];
  for (let at = 0; at < compared.length; at += 3) {
    const [before = [], after22 = [], after24 = []] = results.slice(at, at + 3);
    before.forEach((answer, invocation) => {
      const expected = JSON.stringify(answer);
      const got = [after22[invocation], after24[invocation]].map((other) => JSON.stringify(other));
      if (got.every((other) => other === expected)) return;
      const index = compared[at]?.indexes[Math.floor(invocation / EVENTS.length)] ?? 0;
      const texts = [compared[at], compared[at + 1]].map((version) =>
        sourceOf(readFileSync(join(version?.folder ?? '', 'handlers.js'), 'utf8'), index),
      );
      differences.push(
        [...texts, JSON.stringify(EVENTS[invocation % EVENTS.length]), expected, ...got].join('\n'),
      );
    });
  }
  expect(differences.slice(0, 3).join('\n\n'), `${differences.length} answers differ`).toBe('');
});
