import { readFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { LEAKFIX } from '../faults/leakfix-tool.js';
import type { Place } from '../faults/fault.js';
import { run } from '../faults/stage.js';
import type { Launch } from './kill-and-repair.js';

/** strace counts the calls of each thread by itself: one thread makes all that are about files. */
const ONE_THREAD = { ...LEAKFIX, environment: { UV_THREADPOOL_SIZE: '1' } };

/** Follows all threads, but not the programs that the command calls. */
const STRACE = ['strace', '-f', '-b', 'execve', '--seccomp-bpf', '-qq'];

/** By how much the counts of two runs may differ. */
const DRIFT = 2;

/** The occurrences of a system call, as its thread counts them, that are about files of the project. */
export async function findOccurrences(
  call: string,
  command: readonly string[],
  place: Place,
): Promise<readonly number[]> {
  const log = join(dirname(place.project), 'calls');
  await run([...STRACE, '-y', '-o', log, '-e', `trace=${call}`, ...command], ONE_THREAD, place);
  const counts = new Map<string, number>();
  const found: number[] = [];
  for (const line of (await readFile(log, 'utf8')).split('\n')) {
    if (line.includes('resumed>')) continue;
    const thread = line.split(' ', 1).join();
    const count = (counts.get(thread) ?? 0) + 1;
    counts.set(thread, count);
    if (line.includes(place.project)) found.push(count);
  }
  if (found.length === 0) throw new Error(`no ${call} is about a file of the project`);
  const first = Math.max(1, Math.min(...found) - DRIFT);
  const last = Math.max(...found) + DRIFT;
  return Array.from({ length: last - first + 1 }, (_, index) => first + index);
}

/** Kills the command at the n-th call of the given system call, before the call does anything. */
export function killAtCall(call: string, occurrence: number): Launch {
  const inject = `inject=${call}:error=EIO:signal=KILL:when=${occurrence}`;
  const strace = [...STRACE, '-o', '/dev/null', '-e', `trace=${call}`, '-e', inject];
  return async (command, place) => {
    const { signal } = await run([...strace, ...command], ONE_THREAD, place);
    return signal === 'SIGKILL';
  };
}
