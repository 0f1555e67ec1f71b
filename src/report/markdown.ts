import { changedFiles, type ChangedFile } from './changed-file.js';
import type { FormatOptions } from './formats.js';
import { countByTransform, type Report, type ReportedFinding, standingFindings } from './report.js';
import { describeChanges, describeDiagnostic } from './summary.js';

/** The report for a pull request's comment or a job's summary, in GitHub's Markdown. */
export function formatMarkdown(report: Report, options: FormatOptions): string {
  const left = standingFindings(report.findings);
  const blocks = [
    `## leakfix: ${describeChanges(report)}`,
    transformTable(report),
    errorList(report),
    ...changedFiles(report, options).map(fileBlock),
    left.length === 0 ? '' : `### Left as it is\n\n${leftTable(left)}`,
  ];
  return `${blocks.filter((block) => block !== '').join('\n\n')}\n`;
}

function transformTable({ findings }: Report): string {
  const rows = countByTransform(findings).map(({ transform, counts }) => [
    `\`${transform}\``,
    ...[counts.fixed, counts.withheld, counts.refused, counts.reverted].map(String),
  ]);
  return rows.length === 0 ? '' : table(['transform', 'fixed', 'withheld', 'refused', 'reverted'], rows);
}

function errorList({ diagnostics }: Report): string {
  return diagnostics
    .map((diagnostic) => `- **${diagnostic.severity}** ${asText(describeDiagnostic(diagnostic))}`)
    .join('\n');
}

function fileBlock({ name, fixed, patch }: ChangedFile): string {
  const fence = fenceFor(patch);
  const findings = fixed.map(
    ({ line, transform, message }) => `- line ${line}, \`${transform}\`: ${asText(message)}`,
  );
  return [
    '<details>',
    `<summary><code>${name.replaceAll('&', '&amp;').replaceAll('<', '&lt;')}</code></summary>`,
    '',
    ...(findings.length === 0 ? [] : [...findings, '']),
    `${fence}diff`,
    patch.trimEnd(),
    fence,
    '',
    '</details>',
  ].join('\n');
}

function leftTable(findings: readonly ReportedFinding[]): string {
  const rows = findings.map(({ file, line, status, transform, message, reasonMessage }) => [
    `\`${file}:${line}\``,
    `\`${transform}\``,
    asText(message),
    `${status}: ${asText(reasonMessage ?? '')}`,
  ]);
  return table(['place', 'transform', 'finding', 'why'], rows);
}

function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const lines = [head, head.map(() => '---'), ...rows.map((row) => row.map(asCell))];
  return lines.map((cells) => `| ${cells.join(' | ')} |`).join('\n');
}

/** A pipe ends a cell even where it stands in code. */
function asCell(text: string): string {
  return text.replaceAll('|', String.raw`\|`);
}

/** One line, in which only what stands in backticks is marked up. */
function asText(text: string): string {
  return text
    .replaceAll(/\s*\n\s*/g, ' ')
    .split('`')
    .map((part, index) => (index % 2 === 1 ? part : part.replaceAll(/[\\<>*_[\]#]/g, String.raw`\$&`)))
    .join('`');
}

/** Longer than any row of backticks in the text. */
function fenceFor(text: string): string {
  const longest = Math.max(2, ...[...text.matchAll(/`+/g)].map(([ticks]) => ticks.length));
  return '`'.repeat(longest + 1);
}
