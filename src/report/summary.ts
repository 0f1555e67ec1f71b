import type { Paint } from './colour.js';
import { countByStatus, countByTransform, type Diagnostic, type Report } from './report.js';

export interface SummaryOptions {
  readonly version: string;
  /** What became of the changes. */
  readonly outcome: 'dry' | 'checked' | 'written' | 'not-written';
  readonly verbose: boolean;
  readonly paint: Paint;
}

function plural(count: number, one: string, many = `${one}s`): string {
  return `${count} ${count === 1 ? one : many}`;
}

/** `src/broken.js:2:1 Unexpected token` */
export function describeDiagnostic({ file, line, column, message, hint }: Diagnostic): string {
  const place = line === undefined ? file : `${file}:${line}:${column ?? 1}`;
  return `${place} ${message}${hint === undefined ? '' : `\n    ${hint}`}`;
}

function transformLines(report: Report, paint: Paint): string[] {
  const rows = countByTransform(report.findings);
  const width = Math.max(0, ...rows.map(({ transform }) => transform.length));
  return rows.map(({ transform, counts }) => {
    const parts = Object.entries(counts).filter(([, count]) => count > 0);
    return `  ${paint('bold', transform.padEnd(width))}  ${parts.map(([status, count]) => `${String(count).padStart(3)} ${status}`).join('  ')}`;
  });
}

/** `3 changes in 2 files` */
export function describeChanges(report: Report): string {
  if (report.changes.length === 0) return 'nothing to change';
  const changeSets = new Set(report.findings.flatMap(({ changeSet }) => changeSet ?? [])).size;
  return `${plural(changeSets, 'change')} in ${plural(report.changes.length, 'file')}`;
}

function outcomeLine(report: Report, { outcome }: SummaryOptions): string {
  const what = describeChanges(report);
  if (report.changes.length === 0) return `  ${what}`;
  const became = {
    dry: ' (dry run, nothing written)',
    checked: ' (check, nothing written)',
    written: ' written',
    'not-written': ' not written',
  }[outcome];
  return `  ${what}${became}`;
}

function leftLines(report: Report, { verbose }: SummaryOptions): string[] {
  const { refused, withheld, reverted, ignored } = countByStatus(report.findings);
  const parts = [
    ...(refused > 0 ? [`${refused} refused`] : []),
    ...(withheld > 0 ? [`${withheld} withheld`] : []),
    ...(reverted > 0 ? [`${reverted} reverted`] : []),
    ...(ignored > 0 ? [`${ignored} ignored by comments`] : []),
  ];
  if (parts.length === 0) return [];
  const isUnsafe = report.findings.some(
    ({ status, reason }) => status === 'withheld' && reason !== 'declined',
  );
  const hints = [
    ...(verbose ? [] : ['-v for reasons']),
    ...(isUnsafe ? ['--unsafe to apply withheld ones'] : []),
  ];
  return [`  ${parts.join(', ')}${hints.length > 0 ? `: ${hints.join(', ')}` : ''}`];
}

function skipLines(report: Report): string[] {
  if (report.skipped.length === 0) return [];
  const counts = new Map<string, number>();
  for (const { reason } of report.skipped) counts.set(reason, (counts.get(reason) ?? 0) + 1);
  const reasons = [...counts].map(([reason, count]) => `${count} ${reason}`);
  return [`  ${plural(report.skipped.length, 'file')} skipped: ${reasons.join(', ')}`];
}

/** The last words of a run, for stderr. */
export function formatSummary(report: Report, options: SummaryOptions): string {
  const { paint } = options;
  const transforms = transformLines(report, paint);
  const errors = report.diagnostics.filter(({ severity }) => severity === 'error');
  const lines = [
    `leakfix ${options.version}  ${plural(report.fileCount, 'file')} in ${report.seconds.toFixed(1)} s`,
    ...(transforms.length > 0 ? ['', ...transforms] : []),
    '',
    outcomeLine(report, options),
    ...leftLines(report, options),
    ...skipLines(report),
    ...(errors.length > 0 ? [`  ${paint('red', plural(errors.length, 'error'))}, listed above`] : []),
    ...(report.verified && report.changes.length > 0 ? ['  types: 0 new errors'] : []),
    ...(report.provenCount > 0
      ? [`  proven: ${plural(report.provenCount, 'handler')} ran before and after, with the same answers`]
      : []),
  ];
  return `${lines.join('\n')}\n`;
}
