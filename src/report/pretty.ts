import { changedFiles } from './changed-file.js';
import type { Paint } from './colour.js';
import { formatFinding } from './finding-lines.js';
import { paintDiff } from './paint-diff.js';
import type { Report } from './report.js';

/** The diff as a person reads it on a terminal: file by file, under the findings that it fixes. */
export function formatPretty(
  report: Report,
  options: { readonly root: string; readonly cwd: string; readonly paint: Paint },
): string {
  const { paint } = options;
  return changedFiles(report, options)
    .map(({ fixed, patch }) =>
      [...fixed.map((finding) => formatFinding(finding, paint)), paintDiff(patch, paint)].join('\n'),
    )
    .join('\n');
}
