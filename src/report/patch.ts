import { relative } from 'node:path';
import type { FileTexts } from '../edit/overlay.js';
import type { Report } from './report.js';
import { formatUnifiedDiff } from './unified-diff.js';

/**
 * The diff of one file.
 *
 * @param root what the paths in it are relative to: the top of the repository, or the working folder without one.
 */
export function formatFilePatch({ file, before, after }: FileTexts, root: string): string {
  return formatUnifiedDiff({ path: relative(root, file).replaceAll('\\', '/'), before, after });
}

/** The diff of the whole run, for `git apply`. */
export function formatPatch(report: Report, root: string): string {
  return report.changes.map((change) => formatFilePatch(change, root)).join('');
}
