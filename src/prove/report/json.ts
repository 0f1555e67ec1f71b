import type { ProveReport } from './report.js';

/** The report for machines. Stable: fields are only ever added. */
export function jsonReport(report: ProveReport): string {
  return `${JSON.stringify(report, null, 2)}\n`;
}
