import { execFile } from 'node:child_process';
import { resolve } from 'node:path';
import { promisify } from 'node:util';
import { packageFolder } from '../src/package-folder.js';
import { sweepFolder } from './sweep/sweep-folder.js';
import { diffFromSnapshot, hasSnapshot, storeSnapshot } from './sweep/snapshot.js';
import type { SweepResult } from './sweep/sweep-result.js';
import { formatFindings, formatHead, formatRow, formatTransforms } from './sweep/table.js';

const USAGE = `npm run sweep -- [--update] <folders..>

Runs leakfix on copies of the folders and holds the results against its laws. Prints a table, each row as soon as it is
known; exits with 1 when a law is broken or the counts differ from those stored in bench/snapshots (--update stores
them).
`;

const SNAPSHOTS = resolve(packageFolder(), 'bench/snapshots');
const ONE = '--one';

/** Each folder gets a process of its own: a crash stops nothing else, and memory is that folder's. */
async function sweepInProcess(folder: string): Promise<SweepResult> {
  try {
    const { stdout } = await promisify(execFile)(process.execPath, [import.meta.filename, ONE, folder], {
      maxBuffer: 1 << 28,
    });
    return JSON.parse(stdout) as SweepResult;
  } catch (error) {
    const { stderr } = error as { stderr?: string };
    const counts = { files: 0, handlers: 0, changedFiles: 0, errors: 0, findings: {} };
    return { folder, counts, violations: [`crashed: ${stderr ?? String(error)}`], seconds: 0, megabytes: 0 };
  }
}

async function sweepAll(folders: readonly string[], update: boolean): Promise<number> {
  const results: SweepResult[] = [];
  let isWell = true;
  process.stdout.write(formatHead());
  for (const folder of folders) {
    const result = await sweepInProcess(folder);
    results.push(result);
    process.stdout.write(formatRow(result));
    if (update) storeSnapshot(SNAPSHOTS, result);
    const complaint = findComplaint(result);
    process.stderr.write(complaint);
    isWell &&= complaint === '';
  }
  process.stdout.write(`\n${formatTransforms(results)}\n${formatFindings(results)}`);
  return isWell ? 0 : 1;
}

/** Broken laws, and counts that are not those stored; `''` when all is well. */
function findComplaint(result: SweepResult): string {
  const { folder, violations } = result;
  const broken = violations.map((violation) => `${folder}: ${violation}\n`).join('');
  return broken + (hasSnapshot(SNAPSHOTS, folder) ? (diffFromSnapshot(SNAPSHOTS, result) ?? '') : '');
}

const args = process.argv.slice(2);
const folders = args.filter((arg) => !arg.startsWith('--')).map((folder) => resolve(folder));
const [first] = folders;
if (first === undefined) {
  process.stderr.write(USAGE);
  process.exitCode = 2;
} else if (args.includes(ONE)) {
  process.stdout.write(JSON.stringify(await sweepFolder(first)));
} else {
  process.exitCode = await sweepAll(folders, args.includes('--update'));
}
