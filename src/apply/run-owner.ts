import { randomBytes } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { errorCodeOf } from './file-system.js';

/** The process that makes a run. The start time tells it from a later process that was given the same number. */
export interface RunOwner {
  readonly pid: number;
  /** In the system's own unit; `0` where it can't be known. */
  readonly startTime: string;
}

/** Runs of this process that haven't ended. */
const runsHere = new Set<string>();

export async function currentOwner(): Promise<RunOwner> {
  return { pid: process.pid, startTime: await readStartTime(process.pid) };
}

export function newRunId(): string {
  return randomBytes(8).toString('hex');
}

/** Does the work of a run while others see it as alive. */
export async function whileAlive<Result>(id: string, work: () => Promise<Result>): Promise<Result> {
  runsHere.add(id);
  try {
    return await work();
  } finally {
    runsHere.delete(id);
  }
}

/** Whether the run may still be going on, so that nobody else must touch its files. */
export async function isRunAlive(owner: RunOwner, id: string): Promise<boolean> {
  if (owner.pid === process.pid) return runsHere.has(id);
  if (!isProcessThere(owner.pid)) return false;
  return owner.startTime === '0' || owner.startTime === (await readStartTime(owner.pid));
}

function isProcessThere(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return errorCodeOf(error) === 'EPERM';
  }
}

/** The 22nd field of /proc/<pid>/stat. The second is a name in parentheses that may hold anything. */
async function readStartTime(pid: number): Promise<string> {
  try {
    const stat = await readFile(`/proc/${pid}/stat`, 'utf8');
    return stat.slice(stat.lastIndexOf(')') + 2).split(' ')[19] ?? '0';
  } catch {
    return '0';
  }
}
