import type { FormatOptions } from './formats.js';
import { pathInRepository } from './path-in-repository.js';
import type { Diagnostic, Report, ReportedFinding } from './report.js';

type Level = 'error' | 'warning' | 'notice';

interface Annotation {
  readonly level: Level;
  readonly title: string;
  readonly file: string;
  readonly line: number | undefined;
  readonly column?: number | undefined;
  readonly endLine?: number;
  readonly message: string;
}

/**
 * Annotations of a pull request: workflow commands of GitHub Actions
 * (docs.github.com/actions/reference/workflow-commands-for-github-actions).
 */
export function formatGithub(report: Report, options: FormatOptions): string {
  const annotations = [
    ...report.diagnostics.map(ofDiagnostic),
    ...report.findings.filter(({ status }) => status !== 'ignored').map(ofFinding),
  ];
  return annotations.map((annotation) => `${toCommand(annotation, options)}\n`).join('');
}

function ofDiagnostic({ severity, file, line, column, message, hint }: Diagnostic): Annotation {
  const text = hint === undefined ? message : `${message}\n${hint}`;
  return { level: severity, title: 'leakfix', file, line, column, message: text };
}

/** What leakfix can mend is a warning; a refusal is for who looks closer. */
function ofFinding(finding: ReportedFinding): Annotation {
  const { transform, file, line, column, endLine, status, message, reason, reasonMessage } = finding;
  const why = reason === null ? '' : `\n${status}: ${reasonMessage ?? reason}`;
  return {
    level: status === 'fixed' || status === 'withheld' ? 'warning' : 'notice',
    title: `leakfix ${transform}`,
    file,
    line,
    column,
    endLine,
    message: `${message}${why}`,
  };
}

function toCommand(
  { level, title, file, line, column, endLine, message }: Annotation,
  options: FormatOptions,
): string {
  const properties = { title, file: pathInRepository(file, options), line, endLine, col: column };
  const given = Object.entries(properties).flatMap(([name, value]) =>
    value === undefined ? [] : `${name}=${escapeProperty(String(value))}`,
  );
  return `::${level} ${given.join(',')}::${escapeData(message)}`;
}

function escapeData(text: string): string {
  return text.replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A');
}

function escapeProperty(text: string): string {
  return escapeData(text).replaceAll(':', '%3A').replaceAll(',', '%2C');
}
