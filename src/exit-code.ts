import type { Check } from './cli-options.js';
import { type Report, standingFindings } from './report/report.js';

export const EXIT = { ok: 0, checkFoundWork: 1, failed: 2, interrupted: 130 } as const;

/**
 * 2 when any file could not be read, parsed, verified or written; else 1 when `--check` found work; else 0.
 *
 * @param check `fixable` ignores leaks that leakfix does not fix; undefined when `--check` was not given.
 */
export function exitCodeOf(report: Report, check: Check | undefined): number {
  if (report.diagnostics.some(({ severity }) => severity === 'error')) return EXIT.failed;
  if (check === undefined) return EXIT.ok;
  const stand = standingFindings(report.findings).length > 0;
  return report.changes.length > 0 || (check === 'all' && stand) ? EXIT.checkFoundWork : EXIT.ok;
}
