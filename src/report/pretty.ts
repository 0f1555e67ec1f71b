import { relative } from 'node:path';
import type { Paint } from './colour.js';
import { formatFinding } from './finding-lines.js';
import type { FileChange, Report } from './report.js';
import { formatFilePatch } from './patch.js';

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
  const { root, cwd, paint } = options;
  const findingsOf = ({ file }: FileChange): string[] => {
    const name = relative(cwd, file).replaceAll('\\', '/');
    return report.findings
      .filter((finding) => finding.file === name && finding.status === 'fixed')
      .map((finding) => formatFinding(finding, paint));
  };
  return report.changes
    .map((change) => [...findingsOf(change), paintDiff(formatFilePatch(change, root), paint)].join('\n'))
    .join('\n');
}
