import { cpSync, existsSync, mkdtempSync, realpathSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join, resolve } from 'node:path';
import type { Report } from '../../src/report/report.js';
import { run, type RunResult } from '../../src/run.js';
import type { SweepCounts, SweepResult } from './sweep-result.js';
import { findTextViolations } from './text-laws.js';
import { findNewTypeErrors } from './type-laws.js';

/** A copy without history; installed packages are linked, because types come from them. */
function copyFolder(folder: string, target: string): void {
  cpSync(folder, target, {
    recursive: true,
    verbatimSymlinks: true,
    filter: (path) => path === folder || !['.git', 'node_modules'].includes(basename(path)),
  });
  const packages = join(folder, 'node_modules');
  if (existsSync(packages)) symlinkSync(packages, join(target, 'node_modules'));
}

function countFindings({ findings }: Report): Readonly<Record<string, number>> {
  const counts = new Map<string, number>();
  for (const { transform, status, reason } of findings) {
    const key = `${transform} ${status}${reason === null ? '' : `: ${reason}`}`;
    counts.set(key, (counts.get(key) ?? 0) + 1);
  }
  return Object.fromEntries([...counts].sort(([a], [b]) => (a < b ? -1 : 1)));
}

function toCounts(report: Report): SweepCounts {
  return {
    files: report.fileCount,
    handlers: report.handlerCount,
    changedFiles: report.changes.length,
    errors: report.diagnostics.filter(({ severity }) => severity === 'error').length,
    findings: countFindings(report),
  };
}

/** A file may change only with a change set that names it. */
function findUnaccountedChanges({ changes, changeSets }: Report, cwd: string): readonly string[] {
  const accounted = new Set(changeSets.flat().map((file) => resolve(cwd, file)));
  return changes
    .filter(({ file }) => !accounted.has(file))
    .map(({ file }) => `${file}: changed by no change set`);
}

async function findDivergence(cwd: string, { report }: RunResult): Promise<readonly string[]> {
  for (const { file, after } of report.changes) writeFileSync(file, after);
  const again = await run({ cwd, paths: ['.'] });
  return again.report.changes.map(({ file }) => `${file}: a second run changes it again`);
}

/**
 * Runs leakfix over a copy of the folder and holds the result against its laws. What leakfix throws is a violation, too.
 *
 * @param folder absolute.
 */
export async function sweepFolder(folder: string): Promise<SweepResult> {
  const home = realpathSync(mkdtempSync(join(tmpdir(), 'leakfix-sweep-')));
  const cwd = join(home, basename(folder));
  try {
    copyFolder(folder, cwd);
    const result = await run({ cwd, paths: ['.'] });
    const { report, collected } = result;
    const megabytes = Math.round(process.resourceUsage().maxRSS / 1024);
    const texts = new Map(collected.files.map(({ file, text }) => [file, text]));
    const violations = [
      ...report.changes.flatMap(findTextViolations),
      ...findUnaccountedChanges(report, cwd),
      ...findNewTypeErrors(cwd, texts, report.changes).map((error) => `new type error: ${error}`),
      ...(await findDivergence(cwd, result)),
    ].map((violation) => violation.replaceAll(`${cwd}/`, ''));
    return { folder, counts: toCounts(report), violations, seconds: report.seconds, megabytes };
  } finally {
    rmSync(home, { recursive: true });
  }
}
