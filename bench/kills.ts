import { type Damage, killAfter, killAndRepair, killAtCall, measure } from './kills/kill-and-repair.js';

const USAGE = `npm run kills -- [--trials=<n>] [--files=<n>]

Kills the process that writes 200 files of 75 KB, two in each change set: n times at a random moment (100 by default),
then, with fewer files, at each call of write, fsync, rename and unlink. Repairs and counts. Exits with 1 when a file is
torn, a change set half applied or a file left over. Needs Linux and strace.
`;

const FILE_BYTES = 75_000;
const FEW_FILES = 8;
const CALLS = ['write', 'fsync', 'rename', 'unlink'];

interface Total {
  readonly title: string;
  readonly kills: number;
  readonly torn: number;
  readonly halfApplied: number;
  readonly halfAppliedAfter: number;
  readonly leftOver: number;
}

function sumUp(title: string, damages: readonly Damage[]): Total {
  const killed = damages.filter(({ wasKilled }) => wasKilled);
  const sum = (key: 'torn' | 'halfApplied' | 'halfAppliedAfter' | 'leftOver'): number =>
    damages.reduce((total, damage) => total + damage[key], 0);
  return {
    title,
    kills: killed.length,
    torn: sum('torn'),
    halfApplied: sum('halfApplied'),
    halfAppliedAfter: sum('halfAppliedAfter'),
    leftOver: sum('leftOver'),
  };
}

async function killAtRandomMoments(trials: number, files: number): Promise<Total> {
  const shape = { files, bytes: FILE_BYTES };
  const duration = await measure(shape);
  const damages: Damage[] = [];
  while (damages.filter(({ wasKilled }) => wasKilled).length < trials) {
    damages.push(await killAndRepair(shape, killAfter(Math.random() * duration)));
  }
  return sumUp(`random moments, ${files} files`, damages);
}

async function killAtEach(call: string): Promise<Total> {
  const damages: Damage[] = [];
  for (let occurrence = 1; ; occurrence += 1) {
    const damage = await killAndRepair({ files: FEW_FILES, bytes: FILE_BYTES }, killAtCall(call, occurrence));
    damages.push(damage);
    if (!damage.wasKilled) return sumUp(`each ${call}, ${FEW_FILES} files`, damages);
  }
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
function report({ title, kills, torn, halfApplied, halfAppliedAfter, leftOver }: Total): boolean {
  print([title, kills, torn, halfApplied, halfAppliedAfter, leftOver]);
  return torn + halfAppliedAfter + leftOver === 0;
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
  let isWell = report(await killAtRandomMoments(readNumber('trials', 100), readNumber('files', 200)));
  for (const call of CALLS) isWell = report(await killAtEach(call)) && isWell;
  process.exitCode = isWell ? 0 : 1;
}
