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

async function fillTable(tools: readonly Tool[], { rows, trials }: Options): Promise<string[][]> {
  const isWanted = (row: number): boolean => rows?.includes(row) ?? true;
  const table = [];
  for (const fault of ALL_FAULTS.filter(({ row }) => isWanted(row))) {
    table.push(await fillRow(`${fault.row} ${fault.title}`, tools, (tool) => tryFault(tool, fault)));
  }
  if (isWanted(RANDOM_KILLS_ROW)) {
    const title = `${RANDOM_KILLS_ROW} random kill -9, ${trials} trials on 200 files`;
    table.push(await fillRow(title, tools, async (tool) => describeKills(await killAtRandom(tool, trials))));
  }
  return table;
}

function format(tools: readonly Tool[], table: readonly (readonly string[])[]): string {
  const heads = ['fault', ...tools.map(({ name }) => name)];
  const counts = tools.map((_, index) => {
    const good = table.filter((row) => row[index + 1]?.startsWith(GOOD)).length;
    return `${good} of ${table.length}`;
  });
  const lines = [heads, heads.map(() => '---'), ...table, ['**good**', ...counts]];
  return lines.map((cells) => `| ${cells.join(' | ')} |\n`).join('');
}

const args = process.argv.slice(2);
if (args.includes('--help')) {
  process.stdout.write(USAGE);
} else {
  const options = readOptions(args);
  const tools = [LEAKFIX, ...(await installPeers())];
  const table = await fillTable(tools, options);
  const text = format(tools, table);
  process.stdout.write(text);
  if (options.output !== undefined) await writeFile(options.output, text);
  process.exitCode = table.every((row) => row[1]?.startsWith(GOOD)) ? 0 : 1;
}
