import { writeFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import type { CliArguments } from '../cli.js';
import { UsageError } from '../errors.js';
import { EXIT, exitCodeOf } from '../exit-code.js';
import { readVersion } from '../package-folder.js';
import { formatFinding } from '../report/finding-lines.js';
import { formatJson } from '../report/json.js';
import { formatPatch } from '../report/patch.js';
import { formatPretty } from '../report/pretty.js';
import { startProgress } from '../report/progress.js';
import type { Report } from '../report/report.js';
import { describeDiagnostic, formatSummary, type SummaryOptions } from '../report/summary.js';
import { run, type RunOptions } from '../run.js';
import type { Streams } from './streams.js';

/** `leakfix <paths..>`: rewrites files, or shows what it would do. */
export async function rewrite(args: CliArguments, streams: Streams): Promise<number> {
  if (args.paths.length === 0)
    throw new UsageError('no files given', "type 'leakfix --dry ./src' to see what would change");
  const cwd = process.cwd();
  const progress = startProgress(streams, args.quiet);
  const { report, collected } = await run({ ...toRunOptions(args, cwd), onProgress: progress.show }).finally(
    progress.stop,
  );
  const outcome: SummaryOptions['outcome'] = args.check !== undefined ? 'checked' : 'dry';
  const diffRoot = collected.repository?.root ?? cwd;
  await printReport(report, args, streams, { cwd, diffRoot }, outcome);
  return exitCodeOf(report, args.check);
}

interface Folders {
  readonly cwd: string;
  /** What the paths in a diff are relative to. */
  readonly diffRoot: string;
}

function splitNames(values: readonly string[] | undefined): string[] | undefined {
  return values?.flatMap((value) => value.split(',')).map((name) => name.trim());
}

function toRunOptions(args: CliArguments, cwd: string): RunOptions {
  const only = splitNames(args.only);
  const skip = splitNames(args.skip);
  return {
    cwd,
    paths: args.paths,
    unsafe: args.unsafe,
    verify: args.verify,
    promiseStyle: args.promiseStyle,
    resourceStyle: args.resourceStyle,
    fallback: args.fallback,
    platform: args.platform,
    allowApiChange: args.allowApiChange,
    handlers: args.handler ?? [],
    ignore: args.ignore ?? [],
    ...(only && { only }),
    ...(skip && { skip }),
  };
}

/** What goes to stdout: the diff, unless the files themselves are written. */
function formatOutput(
  report: Report,
  args: CliArguments,
  { paintOut, outIsTerminal }: Streams,
  { cwd, diffRoot }: Folders,
  outcome: SummaryOptions['outcome'],
): string {
  if (args.format === 'json') return formatJson(report);
  if (outcome === 'written' && args.format === 'pretty') return '';
  const forPerson = args.format === 'pretty' && args.outputFile === undefined && outIsTerminal;
  return forPerson
    ? formatPretty(report, { root: diffRoot, cwd, paint: paintOut })
    : formatPatch(report, diffRoot);
}

async function printReport(
  report: Report,
  args: CliArguments,
  streams: Streams,
  { cwd, diffRoot }: Folders,
  outcome: SummaryOptions['outcome'],
): Promise<void> {
  const output = formatOutput(report, args, streams, { cwd, diffRoot }, outcome);
  if (args.outputFile !== undefined) await writeFile(resolve(cwd, args.outputFile), output);
  else streams.out(output);

  for (const diagnostic of report.diagnostics)
    streams.err(`${streams.paintErr('red', diagnostic.severity)} ${describeDiagnostic(diagnostic)}\n`);
  if (args.quiet) return;
  if (args.verbose) {
    for (const finding of report.findings)
      if (finding.status !== 'fixed') streams.err(`${formatFinding(finding, streams.paintErr)}\n`);
    for (const { file, reason } of report.skipped) streams.err(`skipped ${file}: ${reason}\n`);
  }
  streams.err(
    formatSummary(report, {
      version: readVersion(),
      outcome,
      verbose: args.verbose,
      paint: streams.paintErr,
    }),
  );
  if (args.check !== undefined && exitCodeOf(report, args.check) === EXIT.checkFoundWork)
    streams.err(`  to fix: leakfix ${args.paths.join(' ')}\n`);
}
