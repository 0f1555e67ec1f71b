import { changedFiles, type ChangedFile } from './changed-file.js';
import { kindOfDiffLine } from './diff-line.js';
import type { FormatOptions } from './formats.js';
import { style } from './html-style.js';
import { escapeHtml } from './html-text.js';
import { countByTransform, type Report, type ReportedFinding, standingFindings } from './report.js';
import { describeChanges, describeDiagnostic } from './summary.js';

/** The report as one page without anything to load: what was found, the diff file by file, and what is left. */
export function formatHtml(report: Report, options: FormatOptions): string {
  const left = standingFindings(report.findings);
  const title = `leakfix: ${describeChanges(report)}`;
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${title}</title>
<style>${style}</style>
</head>
<body>
<h1>${title}</h1>
${transformTable(report)}
${report.diagnostics.map((diagnostic) => `<p><strong>${diagnostic.severity}</strong> ${asText(describeDiagnostic(diagnostic))}</p>`).join('\n')}
${changedFiles(report, options).map(fileSection).join('\n')}
${left.length === 0 ? '' : `<h2>Left as it is</h2>\n${leftTable(left)}`}
</body>
</html>
`;
}

function transformTable({ findings }: Report): string {
  const rows = countByTransform(findings).map(({ transform, counts }) => [
    `<code>${transform}</code>`,
    ...[counts.fixed, counts.withheld, counts.refused, counts.reverted].map(String),
  ]);
  return rows.length === 0 ? '' : table(['Transform', 'Fixed', 'Withheld', 'Refused', 'Reverted'], rows);
}

function fileSection({ name, fixed, patch }: ChangedFile): string {
  const findings = fixed.map(
    ({ line, transform, message }) => `<li>line ${line}, <code>${transform}</code>: ${asText(message)}</li>`,
  );
  return `<section class="file">
<h2><code>${escapeHtml(name)}</code></h2>
${findings.length === 0 ? '' : `<ul>${findings.join('')}</ul>`}
<pre>${patch.trimEnd().split('\n').map(diffLine).join('')}</pre>
</section>`;
}

function diffLine(line: string): string {
  return `<span class="${kindOfDiffLine(line)}">${escapeHtml(line) || ' '}</span>`;
}

function leftTable(findings: readonly ReportedFinding[]): string {
  const rows = findings.map(({ file, line, status, transform, message, reasonMessage }) => [
    `<code>${escapeHtml(file)}:${line}</code>`,
    `<code>${transform}</code>`,
    asText(message),
    `${status}: ${asText(reasonMessage ?? '')}`,
  ]);
  return table(['Place', 'Transform', 'Finding', 'Why'], rows);
}

function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const heads = head.map((cell) => `<th>${cell}</th>`).join('');
  const body = rows.map((row) => `<tr>${row.map((cell) => `<td>${cell}</td>`).join('')}</tr>`).join('\n');
  return `<div class="scroll"><table><tr>${heads}</tr>\n${body}</table></div>`;
}

/** What stands in backticks is code. */
function asText(text: string): string {
  return escapeHtml(text)
    .split('`')
    .map((part, index) => (index % 2 === 1 ? `<code>${part}</code>` : part))
    .join('');
}
