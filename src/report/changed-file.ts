import { relative } from 'node:path';
import type { FormatOptions } from './formats.js';
import { formatFilePatch } from './patch.js';
import type { Report, ReportedFinding } from './report.js';

/** A file that changes, with what is fixed in it. */
export interface ChangedFile {
  /** Relative to the working folder. */
  readonly name: string;
  readonly fixed: readonly ReportedFinding[];
  readonly patch: string;
}

export function changedFiles(
  report: Report,
  { cwd, root }: Pick<FormatOptions, 'cwd' | 'root'>,
): readonly ChangedFile[] {
  return report.changes.map((change) => {
    const name = relative(cwd, change.file).replaceAll('\\', '/');
    const fixed = report.findings.filter(({ file, status }) => file === name && status === 'fixed');
    return { name, fixed, patch: formatFilePatch(change, root) };
  });
}
