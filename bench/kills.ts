import { type PairedProject, makePairedProject } from './faults/paired-project.js';
import { type Damage, killAndRepair, watchWholeRun } from './kills/kill-and-repair.js';
import { killAfter, measureWriting } from './kills/random-moment.js';
import { findOccurrences, killAtCall } from './kills/system-call.js';

const USAGE = `npm run kills -- [--trials=<n>] [--files=<n>]

Kills the command while it writes 200 files of 75 KB, two in each change set: n times at a random moment (100 by
default), then, with fewer files, at each call of write, fsync, rename and unlink. Starts it again and counts. Exits with
1 when a file is torn, a change set half applied or a file left over. Needs Linux and strace.
`;

const FILE_BYTES = 75_000;
const FEW_FILES = 4;
const CALLS = ['write', 'fsync', 'rename', 'unlink'];

interface Total extends Omit<Damage, 'wasKilled'> {
  readonly title: string;
  readonly kills: number;
}

function sumUp(title: string, damages: readonly Damage[]): Total {
  const sum = (key: 'torn' | 'halves' | 'halvesAfter' | 'leftOver'): number =>
    damages.reduce((total, damage) => total + damage[key], 0);
  return {
    title,
    kills: damages.filter(({ wasKilled }) => wasKilled).length,
    torn: sum('torn'),
    halves: sum('halves'),
    halvesAfter: sum('halvesAfter'),
    leftOver: sum('leftOver'),
  };
}

async function killAtRandomMoments(trials: number, project: PairedProject): Promise<Total> {
  const { after, seen: duration } = await watchWholeRun(project, measureWriting);
  const damages: Damage[] = [];
  while (damages.filter(({ wasKilled }) => wasKilled).length < trials) {
    damages.push(await killAndRepair(project, after, killAfter(Math.random() * duration)));
  }
  return sumUp(`random moments, ${project.names.length} files`, damages);
}

async function killAtEach(call: string, project: PairedProject): Promise<Total> {
  const { after, seen: occurrences } = await watchWholeRun(project, (command, place) =>
    findOccurrences(call, command, place),
  );
  const damages: Damage[] = [];
  for (const occurrence of occurrences)
    damages.push(await killAndRepair(project, after, killAtCall(call, occurrence)));
  return sumUp(`each ${call}, ${project.names.length} files`, damages);
}

const HEADS = [
  'killed at',
  'kills',
  'torn files',
  'change sets half applied',
  'after the next start',
  'left over',
];

function print(cells: readonly (string | number)[]): void {
  process.stdout.write(`| ${cells.join(' | ')} |\n`);
}

/** Prints a line as soon as it is known. @returns whether all is well. */
function report({ title, kills, torn, halves, halvesAfter, leftOver }: Total): boolean {
  print([title, kills, torn, halves, halvesAfter, leftOver]);
  return kills > 0 && torn + halvesAfter + leftOver === 0;
}

function readNumber(name: string, otherwise: number): number {
  const found = process.argv.find((arg) => arg.startsWith(`--${name}=`));
  return found === undefined ? otherwise : Number(found.slice(name.length + 3));
}

if (process.argv.includes('--help')) {
  process.stdout.write(USAGE);
} else {
  print(HEADS);
  print(HEADS.map(() => '---'));
  const project = makePairedProject(readNumber('files', 200), FILE_BYTES);
  let isWell = report(await killAtRandomMoments(readNumber('trials', 100), project));
  for (const call of CALLS)
    isWell = report(await killAtEach(call, makePairedProject(FEW_FILES, FILE_BYTES))) && isWell;
  process.exitCode = isWell ? 0 : 1;
}
