import { resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { contestantsFor } from './engines/contestants.js';
import { measure, type Measurement } from './engines/measure.js';

const USAGE = `npm run engines -- [--rounds <n>] <folder>

How long the type engine takes to find every thenable expression statement of a folder, beside typescript-eslint's
no-floating-promises on the same files and a plain tsc --noEmit of the folder's tsconfig.json, in turns. What counts
is the ratio: seconds depend on the machine and on what else it does.
`;

function median(values: readonly number[]): number {
  const sorted = values.toSorted((a, b) => a - b);
  return sorted[Math.floor(sorted.length / 2)] ?? Number.NaN;
}

function formatRow(name: string, runs: readonly Measurement[], ownCpu: number): string {
  const cpu = median(runs.map(({ cpuSeconds }) => cpuSeconds));
  const wall = median(runs.map(({ wallSeconds }) => wallSeconds));
  const memory = median(runs.map(({ megabytes }) => megabytes));
  const said = runs.at(-1)?.said ?? '';
  return `| ${name} | ${cpu.toFixed(1)} | ${(cpu / ownCpu).toFixed(2)} | ${wall.toFixed(1)} | ${memory.toFixed(0)} | ${said} |`;
}

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { rounds: { type: 'string', default: '3' } },
});
const [folder] = positionals;
if (folder === undefined) {
  process.stderr.write(USAGE);
  process.exitCode = 2;
} else {
  const contestants = contestantsFor(resolve(folder));
  const runs = new Map(contestants.map(({ name }): [string, Measurement[]] => [name, []]));
  for (let round = 0; round < Number(values.rounds); round++) {
    for (const { name, args } of contestants) runs.get(name)?.push(await measure(args, resolve(folder)));
  }
  const [own] = runs.values();
  const ownCpu = median((own ?? []).map(({ cpuSeconds }) => cpuSeconds));
  const rows = [...runs].map(([name, measurements]) => formatRow(name, measurements, ownCpu));
  process.stdout.write(
    `${['| engine | CPU s | ratio | wall s | MB | found |', '|---|---|---|---|---|---|', ...rows].join('\n')}\n`,
  );
}
