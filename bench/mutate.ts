import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import {
  cpSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  realpathSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { packageFolder } from '../src/package-folder.js';
import { findMutants, type Mutant } from './mutate/find-mutants.js';
import { sample } from './mutate/sample.js';
import { withoutOverlaps, withSwitches } from './mutate/switches.js';

const USAGE = `npm run mutate -- [--sample=<n>] [--seed=<n>] [--in=<folder>,…]

Makes small mistakes in a copy of src/flow, src/edit and the transforms, one at a time, and runs the fixtures and then
the unit tests. Prints those that no test notices, and the share that one does. A sample of 100 by default: all would
take days.
`;

const COPIED = [
  'dist',
  'src',
  'transforms',
  'test',
  'bench',
  'scripts',
  'schema',
  'examples',
  '__testfixtures__',
];
const COPIED_FILES = [
  'package.json',
  'tsconfig.json',
  'tsconfig.build.json',
  'vitest.config.ts',
  'README.md',
];
const FOLDERS = 'src/flow,src/edit,transforms';
const UNIT_TESTS = ['test/edit', 'test/flow', 'test/verify', 'test/pipeline'];
/** Trying one mutant takes seconds: one that takes this long never ends. */
const STILL_MS = 5 * 60_000;

function readOption(name: string, otherwise: string): string {
  const found = process.argv.find((arg) => arg.startsWith(`--${name}=`));
  return found?.slice(name.length + 3) ?? otherwise;
}

/** A copy of the package in which mistakes do no harm. */
function copyPackage(): string {
  const home = realpathSync(mkdtempSync(join(tmpdir(), 'leakfix-mutate-')));
  for (const name of COPIED) cpSync(join(packageFolder(), name), join(home, name), { recursive: true });
  for (const name of COPIED_FILES) cpSync(join(packageFolder(), name), join(home, name));
  symlinkSync(join(packageFolder(), 'node_modules'), join(home, 'node_modules'));
  return home;
}

function findAllMutants(home: string, folders: readonly string[]): readonly Mutant[] {
  return folders.flatMap((folder) =>
    readdirSync(join(home, folder), { recursive: true, encoding: 'utf8' })
      .filter((name) => name.endsWith('.ts'))
      .sort()
      .flatMap((name) => {
        const file = join(folder, name);
        return findMutants(file, readFileSync(join(home, file), 'utf8'));
      }),
  );
}

function writeSwitches(home: string, mutants: readonly Mutant[]): void {
  const numbered = [...mutants.entries()];
  for (const file of new Set(mutants.map((mutant) => mutant.file))) {
    const path = join(home, file);
    const ofFile = new Map(numbered.filter(([, mutant]) => mutant.file === file));
    writeFileSync(path, withSwitches(readFileSync(path, 'utf8'), ofFile));
  }
}

function runVitest(
  home: string,
  args: readonly string[],
  env: Readonly<Record<string, string>>,
): ChildProcess {
  const vitest = join(home, 'node_modules/vitest/vitest.mjs');
  const all = [vitest, 'run', '--config', 'bench/mutate/vitest.config.ts', ...args];
  return spawn(process.execPath, all, {
    cwd: home,
    stdio: 'ignore',
    env: { ...process.env, ...env },
    detached: true,
  });
}

function kill({ pid }: ChildProcess): void {
  if (pid !== undefined) process.kill(-pid, 'SIGKILL');
}

/** The numbers of the mutants that all fixtures survive. One during which the log stands still is noticed. */
async function tryFixtures(home: string, count: number): Promise<readonly number[]> {
  const log = join(home, 'mutants.log');
  writeFileSync(log, '');
  const done = new Map<number, string>();
  const read = (): void => {
    for (const [, number, outcome] of readFileSync(log, 'utf8').matchAll(/^(\d+) (\w+)$/gm))
      done.set(Number(number), outcome ?? '');
  };
  while (done.size < count) {
    const waiting = Array.from({ length: count }, (_, number) => number).filter(
      (number) => !done.has(number),
    );
    const child = runVitest(home, [], { LEAKFIX_MUTANTS: waiting.join(','), LEAKFIX_MUTANTS_LOG: log });
    const ended = once(child, 'exit');
    const watch = setInterval(() => {
      if (Date.now() - statSync(log).mtimeMs > STILL_MS) kill(child);
    }, 1000);
    await ended;
    clearInterval(watch);
    const before = done.size;
    read();
    if (done.size === before) throw new Error('the fixtures fail without any mistake');
  }
  return [...done].filter(([, outcome]) => outcome === 'survived').map(([number]) => number);
}

/** Whether the unit tests pass with a mutant, or with none (-1). A test that never ends does not. */
async function doUnitTestsPass(home: string, mutant: number): Promise<boolean> {
  const child = runVitest(home, ['--bail=1', ...UNIT_TESTS], { LEAKFIX_MUTANT: String(mutant) });
  const timer = setTimeout(() => {
    kill(child);
  }, STILL_MS);
  const [code] = (await once(child, 'exit')) as [number | null];
  clearTimeout(timer);
  return code === 0;
}

function describeMutant({ file, line, before, after }: Mutant): string {
  return `${file}:${String(line)}: ${before.split('\n')[0] ?? ''} → ${after.split('\n')[0] ?? ''}\n`;
}

async function mutate(home: string): Promise<void> {
  const all = findAllMutants(home, readOption('in', FOLDERS).split(','));
  const size = Number(readOption('sample', '100'));
  const chosen = withoutOverlaps(sample(all, size, Number(readOption('seed', '1'))));
  writeSwitches(home, chosen);
  if (!(await doUnitTestsPass(home, -1))) throw new Error('the unit tests fail without any mistake');
  let noticed = chosen.length;
  for (const number of await tryFixtures(home, chosen.length)) {
    const mutant = chosen[number];
    if (!mutant || !(await doUnitTestsPass(home, number))) continue;
    noticed -= 1;
    process.stdout.write(`not noticed  ${describeMutant(mutant)}`);
  }
  const share = ((100 * noticed) / chosen.length).toFixed(1);
  process.stdout.write(
    `${String(noticed)} of ${String(chosen.length)} noticed (${share} %), of ${String(all.length)} possible mistakes\n`,
  );
}

if (process.argv.includes('--help')) {
  process.stdout.write(USAGE);
} else {
  const home = copyPackage();
  try {
    await mutate(home);
  } finally {
    rmSync(home, { recursive: true, force: true });
  }
}
