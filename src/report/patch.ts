import type { Report } from './report.js';
import { formatUnifiedDiff } from './unified-diff.js';

/** The diff of the whole run, for `git apply`; paths are relative to `root`. */
export function formatPatch(report: Report, root: string): string {
  return report.changes.map((change) => formatUnifiedDiff(change, root)).join('');
}
