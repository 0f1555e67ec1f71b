import { appendFileSync } from 'node:fs';
import { writeFile } from 'node:fs/promises';
import { ALL_FAULTS } from './faults/all-faults.js';
import type { Fault } from './faults/fault.js';
import { LEAKFIX } from './faults/leakfix-tool.js';
import { installPeers } from './faults/peers.js';
import { describeKills, killAtRandom } from './faults/random-kills.js';
import { runTool, setUp, tearDown, type Tool } from './faults/stage.js';

const USAGE = `npm run faults -- [--trials=<n>] [--only=<row>,…] [--output=<file>]

Puts leakfix, and six other tools that rewrite files, through everything that can be wrong with files or happen while
they are written. Prints a table; exits with 1 when leakfix fails a row. Needs Linux, strace and the npm registry.
`;

const RANDOM_KILLS_ROW = 26;
const GOOD = '✓';

interface Options {
  readonly trials: number;
  readonly rows: readonly number[] | undefined;
  readonly output: string | undefined;
}

function readOptions(args: readonly string[]): Options {
  const valueOf = (name: string): string | undefined =>
    args.find((arg) => arg.startsWith(`--${name}=`))?.slice(name.length + 3);
  return {
    trials: Number(valueOf('trials') ?? 30),
    rows: valueOf('only')?.split(',').map(Number),
    output: valueOf('output'),
  };
}

async function tryFault(tool: Tool, fault: Fault): Promise<string> {
  const place = await setUp(fault);
  try {
    const complaint = await fault.judge(place, await runTool(tool, fault, place));
    return complaint === undefined ? GOOD : `✗ ${complaint}`;
  } finally {
    await tearDown(place);
  }
}

async function fillRow(
  title: string,
  tools: readonly Tool[],
  work: (tool: Tool) => Promise<string>,
): Promise<string[]> {
  const cells = [title];
  for (const tool of tools) {
    process.stderr.write(`${title}: ${tool.name}\n`);
    cells.push(await work(tool));
  }
  return cells;
}

/** Prints each row as soon as it is known: the whole takes a quarter of an hour. */
async function fillTable(
  tools: readonly Tool[],
  { rows, trials }: Options,
  print: (cells: readonly string[]) => void,
): Promise<string[][]> {
  const isWanted = (row: number): boolean => rows?.includes(row) ?? true;
  const table: string[][] = [];
  const add = (cells: string[]): void => {
    table.push(cells);
    print(cells);
  };
  for (const fault of ALL_FAULTS.filter(({ row }) => isWanted(row))) {
    add(await fillRow(`${fault.row} ${fault.title}`, tools, (tool) => tryFault(tool, fault)));
  }
  if (isWanted(RANDOM_KILLS_ROW)) {
    const title = `${RANDOM_KILLS_ROW} random kill -9, ${trials} trials on 200 files`;
    add(await fillRow(title, tools, async (tool) => describeKills(await killAtRandom(tool, trials))));
  }
  return table;
}

function countGood(tools: readonly Tool[], table: readonly (readonly string[])[]): string[] {
  return tools.map((_, index) => {
    const good = table.filter((row) => row[index + 1]?.startsWith(GOOD)).length;
    return `${good} of ${table.length}`;
  });
}

const args = process.argv.slice(2);
if (args.includes('--help')) {
  process.stdout.write(USAGE);
} else {
  const options = readOptions(args);
  const tools = [LEAKFIX, ...(await installPeers())];
  const { output } = options;
  if (output !== undefined) await writeFile(output, '');
  const print = (cells: readonly string[]): void => {
    const line = `| ${cells.join(' | ')} |\n`;
    process.stdout.write(line);
    if (output !== undefined) appendFileSync(output, line);
  };
  const heads = ['fault', ...tools.map(({ name }) => name)];
  print(heads);
  print(heads.map(() => '---'));
  const table = await fillTable(tools, options, print);
  print(['**good**', ...countGood(tools, table)]);
  process.exitCode = table.every((row) => row[1]?.startsWith(GOOD)) ? 0 : 1;
}
