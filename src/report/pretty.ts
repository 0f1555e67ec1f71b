import { changedFiles } from './changed-file.js';
import type { Paint } from './colour.js';
import { formatFinding } from './finding-lines.js';
import type { Report } from './report.js';

function paintDiff(diff: string, paint: Paint): string {
  return diff
    .split('\n')
    .map((line) => {
      if (/^(?:diff |index |--- |\+\+\+ )/.test(line)) return paint('bold', line);
      if (line.startsWith('@@')) return paint('cyan', line);
      if (line.startsWith('+')) return paint('green', line);
      if (line.startsWith('-')) return paint('red', line);
      return line;
    })
    .join('\n');
}

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
