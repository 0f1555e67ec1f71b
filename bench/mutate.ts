import { spawnSync } from 'node:child_process';
import {
  cpSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  realpathSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { packageFolder } from '../src/package-folder.js';
import { findMutants, type Mutant } from './mutate/find-mutants.js';
import { sample } from './mutate/sample.js';

const USAGE = `npm run mutate -- [--sample=<n>] [--seed=<n>] [--in=<folder>,…] [--tests=<path>,…]

Makes small mistakes in a copy of src/flow, src/edit and the transforms, one at a time, and runs the tests. Prints those
that no test notices, and the share that one does. A sample of 100 by default: all would take days.
`;

const COPIED = ['src', 'transforms', 'test', 'bench', 'scripts', 'schema', 'examples', '__testfixtures__'];
const COPIED_FILES = [
  'package.json',
  'tsconfig.json',
  'tsconfig.build.json',
  'vitest.config.ts',
  'README.md',
];
const FOLDERS = 'src/flow,src/edit,transforms';
const TESTS = 'test/edit,test/flow,test/verify,test/pipeline,test/fixtures';
const TIME_LIMIT_MS = 30 * 60_000;

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

/** Whether the tests pass. One failure is enough, and so is a test that never ends. */
function doTestsPass(home: string, tests: readonly string[]): boolean {
  const vitest = join(home, 'node_modules/vitest/vitest.mjs');
  const { status } = spawnSync(process.execPath, [vitest, 'run', '--bail=1', ...tests], {
    cwd: home,
    stdio: 'ignore',
    timeout: TIME_LIMIT_MS,
    killSignal: 'SIGKILL',
  });
  return status === 0;
}

function isNoticed(home: string, { file, start, end, after }: Mutant, tests: readonly string[]): boolean {
  const path = join(home, file);
  const text = readFileSync(path, 'utf8');
  writeFileSync(path, text.slice(0, start) + after + text.slice(end));
  try {
    return !doTestsPass(home, tests);
  } finally {
    writeFileSync(path, text);
  }
}

function describeMutant({ file, line, before, after }: Mutant): string {
  return `${file}:${line}: ${before.split('\n')[0] ?? ''} → ${after.split('\n')[0] ?? ''}\n`;
}

function mutate(home: string): number {
  const tests = readOption('tests', TESTS).split(',');
  const all = findAllMutants(home, readOption('in', FOLDERS).split(','));
  const chosen = sample(all, Number(readOption('sample', '100')), Number(readOption('seed', '1')));
  if (!doTestsPass(home, tests)) {
    process.stderr.write('the tests fail without any mistake\n');
    return 2;
  }
  let noticed = 0;
  for (const mutant of chosen) {
    if (isNoticed(home, mutant, tests)) noticed += 1;
    else process.stdout.write(`not noticed  ${describeMutant(mutant)}`);
  }
  const share = ((100 * noticed) / chosen.length).toFixed(1);
  process.stdout.write(
    `${noticed} of ${chosen.length} noticed (${share} %), of ${all.length} possible mistakes\n`,
  );
  return 0;
}

if (process.argv.includes('--help')) {
  process.stdout.write(USAGE);
} else {
  const home = copyPackage();
  try {
    process.exitCode = mutate(home);
  } finally {
    rmSync(home, { recursive: true, force: true });
  }
}
