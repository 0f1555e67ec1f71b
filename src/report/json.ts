import { countByStatus, type Report } from './report.js';

/** Raised when a field changes its meaning or goes; new fields don't raise it. */
const FORMAT_VERSION = 1;

/** The report for programs; schema/report.schema.json describes it. */
export function formatJson(report: Report): string {
  const { findings, skipped, diagnostics, fileCount, handlerCount, changes, verified, seconds } = report;
  const summary = {
    files: fileCount,
    handlers: handlerCount,
    changedFiles: changes.length,
    verified,
    seconds: Math.round(seconds * 1000) / 1000,
    ...countByStatus(findings),
  };
  return `${JSON.stringify({ version: FORMAT_VERSION, summary, findings, skipped, diagnostics }, null, 2)}\n`;
}
