import { spawn } from 'node:child_process';
import { mkdir, mkdtemp, readdir, readFile, realpath, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { recoverJournals } from '../../src/apply/recover-journals.js';

/** What one kill left. */
export interface Damage {
  readonly wasKilled: boolean;
  /** Files neither old nor new, before the repair. */
  readonly torn: number;
  /** Change sets half old and half new, before and after the repair. */
  readonly halfApplied: number;
  readonly halfAppliedAfter: number;
  /** Files in the project that weren't there before, after the repair. */
  readonly leftOver: number;
}

const LINE = 'const value = "old";\n';
const PROCESS = join(import.meta.dirname, 'rewrite-all.js');

/** Runs a command that rewrites all files, has it killed, repairs what it leaves, and looks. */
export async function killAndRepair(
  { files, bytes }: { readonly files: number; readonly bytes: number },
  launch: Launch,
): Promise<Damage> {
  const root = await realpath(await mkdtemp(join(tmpdir(), 'kill-')));
  const gitDir = join(root, '.git');
  await mkdir(gitDir);
  const before = LINE.repeat(Math.ceil(bytes / LINE.length));
  const names = Array.from({ length: files }, (_, index) => `f${String(index).padStart(5, '0')}.js`);
  await Promise.all(names.map((name) => writeFile(join(root, name), before)));
  try {
    const wasKilled = await launch(root);
    const sides = await readSides(root, names, before);
    const halfApplied = countHalves(sides);
    await recoverJournals({ root, repository: { root, gitDir, excludeFile: '' } });
    const repaired = await readSides(root, names, before);
    const left = await readdir(root);
    const journals = await readdir(join(gitDir, 'leakfix')).catch(() => []);
    return {
      wasKilled,
      torn: [...sides, ...repaired].filter((side) => side === 'torn').length,
      halfApplied,
      halfAppliedAfter: countHalves(repaired),
      leftOver: left.length - files - 1 + journals.filter((name) => name !== 'last.journal').length,
    };
  } finally {
    await rm(root, { recursive: true });
  }
}

/** Starts the process in a folder. @returns whether it was killed. */
export type Launch = (root: string) => Promise<boolean>;

/** Kills it so many milliseconds after it began to write. */
export function killAfter(delay: number): Launch {
  return (root) =>
    new Promise((fulfil, reject) => {
      const child = spawn(process.execPath, [PROCESS], { cwd: root, stdio: ['ignore', 'pipe', 'inherit'] });
      child.stdout.once('data', () => setTimeout(() => child.kill('SIGKILL'), delay));
      child.on('error', reject);
      child.on('close', (_, signal) => {
        fulfil(signal === 'SIGKILL');
      });
    });
}

/**
 * Kills it at the n-th call of the given system call, before the call does anything. Needs strace, which counts the
 * calls of each thread by itself: one thread makes them all.
 */
export function killAtCall(call: string, occurrence: number): Launch {
  return (root) =>
    new Promise((fulfil, reject) => {
      const inject = `inject=${call}:error=EIO:signal=KILL:when=${occurrence}`;
      const args = [
        '-f',
        '-qq',
        '-o',
        '/dev/null',
        '-e',
        `trace=${call}`,
        '-e',
        inject,
        process.execPath,
        PROCESS,
      ];
      const env = { ...process.env, UV_THREADPOOL_SIZE: '1' };
      const child = spawn('strace', args, { cwd: root, env, stdio: 'ignore' });
      child.on('error', reject);
      child.on('close', (_, signal) => {
        fulfil(signal === 'SIGKILL');
      });
    });
}

/** How long the process takes from its first write to its end, in milliseconds. */
export async function measure(shape: { readonly files: number; readonly bytes: number }): Promise<number> {
  let duration = 0;
  await killAndRepair(shape, (root) => {
    return new Promise((fulfil, reject) => {
      const child = spawn(process.execPath, [PROCESS], { cwd: root, stdio: ['ignore', 'pipe', 'inherit'] });
      let began = 0;
      child.stdout.once('data', () => (began = performance.now()));
      child.on('error', reject);
      child.on('close', () => {
        duration = performance.now() - began;
        fulfil(false);
      });
    });
  });
  return duration;
}

type Side = 'old' | 'new' | 'torn';

function readSides(root: string, names: readonly string[], before: string): Promise<Side[]> {
  const after = before.replaceAll('old', 'new');
  return Promise.all(
    names.map(async (name) => {
      const text = await readFile(join(root, name), 'utf8');
      if (text === before) return 'old';
      return text === after ? 'new' : 'torn';
    }),
  );
}

function countHalves(sides: readonly Side[]): number {
  return sides.filter((side, index) => index % 2 === 0 && side !== sides[index + 1]).length;
}
