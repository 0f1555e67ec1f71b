import { mkdtempSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import fc from 'fast-check';
import { ts } from 'ts-morph';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { run } from '../../src/run.js';
import type { ReportedFinding } from '../../src/report/report.js';
import { PROGRAMS, SEED } from './fuzz-size.js';
import { type LeakyProgram, leakyProgram } from './leaky-program.js';
import { invokeVirtually, type Trace } from './virtual-runtime.js';

const EVENTS = [
  { flag: true, items: [] },
  { flag: false, items: ['one', 'two'] },
];

const WORK = `import { setTimeout } from 'timers/promises';
export declare function log(line: unknown): void;
export async function save(name: string): Promise<string> { await setTimeout(2); return name; }
export async function refuse(name: string): Promise<void> { await setTimeout(2); throw new Error(name); }
`;

const MYSQL = `declare module 'mysql2/promise' {
  interface Connection { query(text: string): Promise<string[]>; end(): Promise<void>; }
  export function createConnection(options: object): Promise<Connection>;
}
`;

const TSCONFIG = JSON.stringify({ compilerOptions: { strict: true, module: 'commonjs', target: 'es2022' } });

let root = '';

beforeAll(() => {
  root = realpathSync(mkdtempSync(join(tmpdir(), 'leakfix-fuzz-')));
  writeFileSync(join(root, 'work.ts'), WORK);
  writeFileSync(join(root, 'mysql.d.ts'), MYSQL);
  writeFileSync(join(root, 'tsconfig.json'), TSCONFIG);
});

afterAll(() => {
  rmSync(root, { recursive: true });
});

function toCommonJs(code: string, { language }: LeakyProgram): string {
  if (language === 'js') return code;
  const compilerOptions = { module: ts.ModuleKind.CommonJS, target: ts.ScriptTarget.ES2022 };
  return ts.transpileModule(code, { compilerOptions }).outputText;
}

function ownLinesOf({ before, behind }: Trace): readonly string[] {
  return [...before, ...behind].filter((line) => line.startsWith('m'));
}

/** What a rewrite of a handler must not do, one line each. */
function findDifferences(before: Trace, after: Trace, isMended: boolean): readonly string[] {
  const all = ({ before: early, behind }: Trace): string => [...early, ...behind].sort().join(', ');
  return [
    ...(before.answer === after.answer ? [] : [`answered ${before.answer}, now ${after.answer}`]),
    ...(all(before) === all(after) ? [] : [`did ${all(before)}, now ${all(after)}`]),
    ...(ownLinesOf(before).join() === ownLinesOf(after).join()
      ? []
      : ['its own lines come in another order']),
    ...(after.behind.length <= before.behind.length ? [] : [`leaks more: ${after.behind.join(', ')}`]),
    ...(isMended && after.behind.length > 0 ? [`still leaks: ${after.behind.join(', ')}`] : []),
  ];
}

interface Comparison {
  readonly differences: readonly string[];
  /** Whether work went on behind an answer, and does so no more. */
  readonly isLeakClosed: boolean;
}

async function compare(program: LeakyProgram, rewritten: string, isMended: boolean): Promise<Comparison> {
  const differences: string[] = [];
  let isLeakClosed = false;
  for (const event of EVENTS) {
    const before = await invokeVirtually(toCommonJs(program.code, program), event);
    const after = await invokeVirtually(toCommonJs(rewritten, program), event);
    isLeakClosed ||= before.behind.length > 0 && after.behind.length === 0;
    for (const what of findDifferences(before, after, isMended))
      differences.push([what, JSON.stringify(event), program.code, rewritten].join('\n'));
  }
  return { differences, isLeakClosed };
}

function countBy(findings: readonly ReportedFinding[], status: string): number {
  return findings.filter((finding) => finding.status === status).length;
}

test(
  'programs that leak do the same in the same order when they are mended',
  { timeout: 600_000 },
  async () => {
    const programs = fc.sample(leakyProgram, { seed: SEED, numRuns: PROGRAMS });
    const nameOf = (index: number): string => `p${index}.${programs[index]?.language ?? ''}`;
    programs.forEach(({ code }, index) => {
      writeFileSync(join(root, nameOf(index)), code);
    });

    const { report } = await run({ cwd: root, paths: ['.'] });
    expect(report.diagnostics).toEqual([]);
    expect(report.verified).toBe(true);
    expect(report.findings.filter(({ status }) => status === 'reverted').slice(0, 3)).toEqual([]);
    const texts = new Map(report.changes.map(({ file, after }) => [basename(file), after]));
    expect(texts.size).toBeGreaterThan(PROGRAMS / 2);

    const comparisons: Comparison[] = [];
    for (const [index, program] of programs.entries()) {
      const rewritten = texts.get(nameOf(index));
      if (rewritten === undefined) continue;
      const findings = report.findings.filter(({ file }) => file === nameOf(index));
      const isMended = countBy(findings, 'fixed') === findings.length;
      comparisons.push(await compare(program, rewritten, isMended));
    }
    const differences = comparisons.flatMap((comparison) => comparison.differences);
    expect(differences.slice(0, 3).join('\n\n'), `${differences.length} programs differ`).toBe('');
    const closed = comparisons.filter(({ isLeakClosed }) => isLeakClosed).length;
    expect(closed, 'programs whose leak is closed').toBeGreaterThan(PROGRAMS / 5);

    for (const { file, after } of report.changes) writeFileSync(file, after);
    const again = await run({ cwd: root, paths: ['.'] });
    expect(again.report.changes.map(({ file, after }) => `${file}\n${after}`)).toEqual([]);
  },
);
