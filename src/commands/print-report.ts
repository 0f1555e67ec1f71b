import { writeFile } from 'node:fs/promises';
import { relative, resolve } from 'node:path';
import type { CliArguments } from '../cli.js';
import { EXIT, exitCodeOf } from '../exit-code.js';
import { readVersion } from '../package-folder.js';
import { formatFinding } from '../report/finding-lines.js';
import { formatReport } from '../report/format-report.js';
import { formatPretty } from '../report/pretty.js';
import type { Report } from '../report/report.js';
import { describeDiagnostic, formatSummary, type SummaryOptions } from '../report/summary.js';
import type { Streams } from './streams.js';
import type { WriteOutcome } from './write-changes.js';

export interface PrintOptions {
  readonly cwd: string;
  /** What the paths in a diff are relative to. */
  readonly diffRoot: string;
  /** Undefined when nothing was to be written. */
  readonly written: WriteOutcome | undefined;
}

/** The result on stdout or in the file asked for; everything else on stderr, the summary last. */
export async function printReport(
  report: Report,
  args: CliArguments,
  streams: Streams,
  options: PrintOptions,
): Promise<void> {
  const version = readVersion();
  const output = await formatOutput(report, args, streams, { ...options, version });
  if (args.outputFile !== undefined) await writeFile(resolve(options.cwd, args.outputFile), output);
  else streams.out(output);
  printErrors(report, streams, options);
  if (args.quiet) return;
  if (args.verbose) printDetails(report, streams);
  const outcome = outcomeOf(args, options);
  streams.err(
    formatSummary(report, {
      version,
      outcome,
      verbose: args.verbose,
      paint: streams.paintErr,
    }),
  );
  if (exitCodeOf(report, args.check) === EXIT.checkFoundWork)
    streams.err(`  to fix: leakfix ${args.paths.join(' ')}\n`);
}

function outcomeOf({ check }: CliArguments, { written }: PrintOptions): SummaryOptions['outcome'] {
  if (written) return written.failed.length > 0 ? 'not-written' : 'written';
  return check === undefined ? 'dry' : 'checked';
}

/** The diff, unless the files themselves are written or only a verdict was asked for. */
async function formatOutput(
  report: Report,
  { format, outputFile, dry }: CliArguments,
  { paintOut, outIsTerminal }: Streams,
  { cwd, diffRoot: root, version }: PrintOptions & { readonly version: string },
): Promise<string> {
  if (format === 'pretty') {
    if (!dry) return '';
    if (outputFile === undefined && outIsTerminal)
      return formatPretty(report, { root, cwd, paint: paintOut });
  }
  return formatReport(report, format === 'pretty' ? 'patch' : format, { root, cwd, version });
}

function printErrors(report: Report, { err, paintErr }: Streams, { cwd, written }: PrintOptions): void {
  for (const diagnostic of report.diagnostics) {
    const colour = diagnostic.severity === 'error' ? 'red' : 'yellow';
    err(`${paintErr(colour, diagnostic.severity)} ${describeDiagnostic(diagnostic)}\n`);
  }
  for (const { file, detail } of written?.failed ?? [])
    err(`${paintErr('red', 'error')} ${relative(cwd, file)} not written: ${detail}\n`);
}

function printDetails(report: Report, { err, paintErr }: Streams): void {
  for (const finding of report.findings)
    if (finding.status !== 'fixed') err(`${formatFinding(finding, paintErr)}\n`);
  for (const { file, reason } of report.skipped) err(`skipped ${file}: ${reason}\n`);
}
