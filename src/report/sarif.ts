import type { Location, Log, Notification, ReportingDescriptor, Result, Run } from 'sarif';
import type { FormatOptions } from './formats.js';
import { pathInRepository } from './path-in-repository.js';
import type { Diagnostic, Position, Report, ReportedFinding } from './report.js';

const SCHEMA = 'https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json';

/** The report as code scanning services read it: SARIF 2.1.0 (docs.oasis-open.org/sarif/sarif/v2.1.0). */
export function formatSarif(report: Report, options: FormatOptions): string {
  const rules = rulesOf(report);
  const hasFailed = report.diagnostics.some(({ severity }) => severity === 'error');
  const run: Run = {
    tool: { driver: { name: 'leakfix', version: options.version, rules } },
    columnKind: 'utf16CodeUnits',
    invocations: [
      {
        executionSuccessful: !hasFailed,
        toolExecutionNotifications: report.diagnostics.map((diagnostic) =>
          toNotification(diagnostic, options),
        ),
      },
    ],
    results: report.findings.map((finding) => toResult(finding, rules, options)),
  };
  const log: Log = { $schema: SCHEMA, version: '2.1.0', runs: [run] };
  return `${JSON.stringify(log, null, 2)}\n`;
}

function ruleId({ transform, code }: ReportedFinding): string {
  return `${transform}/${code}`;
}

function rulesOf({ findings }: Report): ReportingDescriptor[] {
  return [...new Set(findings.map(ruleId))].sort().map((id) => ({ id }));
}

function toResult(
  finding: ReportedFinding,
  rules: readonly ReportingDescriptor[],
  options: FormatOptions,
): Result {
  const { file, line, column, endLine, endColumn, status, message, reason, reasonMessage, places } = finding;
  const id = ruleId(finding);
  const why = reasonMessage === null ? '' : ` ${status}: ${reasonMessage}`;
  return {
    ruleId: id,
    ruleIndex: rules.findIndex((rule) => rule.id === id),
    level: 'warning',
    message: { text: `${message}${why}` },
    locations: [toLocation({ file, line, column, end: { line: endLine, column: endColumn } }, options)],
    ...(places.length > 0 && { relatedLocations: places.map((place) => toLocation(place, options)) }),
    ...(status === 'ignored' && { suppressions: [{ kind: 'inSource' as const }] }),
    properties: { status, ...(reason !== null && { reason }) },
  };
}

function toNotification(
  { severity, message, hint, ...place }: Diagnostic,
  options: FormatOptions,
): Notification {
  return {
    level: severity,
    message: { text: hint === undefined ? message : `${message}: ${hint}` },
    locations: [toLocation(place, options)],
  };
}

interface Place extends Partial<Position> {
  readonly file: string;
  readonly end?: Position;
}

function toLocation({ file, line, column, end }: Place, options: FormatOptions): Location {
  const uri = encodeURI(pathInRepository(file, options));
  return {
    physicalLocation: {
      artifactLocation: { uri },
      ...(line !== undefined && {
        region: {
          startLine: line,
          startColumn: column ?? 1,
          ...(end && { endLine: end.line, endColumn: end.column }),
        },
      }),
    },
  };
}
