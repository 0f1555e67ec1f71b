import { recoverJournals } from '../apply/recover-journals.js';
import type { CliArguments } from '../cli.js';
import { UsageError } from '../errors.js';
import { exitCodeOf } from '../exit-code.js';
import { collectFiles, type CollectedFiles } from '../project/collect-files.js';
import { startProgress } from '../report/progress.js';
import { run } from '../run.js';
import { describeRecovery, hasRepaired } from './describe-recovery.js';
import { printReport } from './print-report.js';
import { toRunOptions } from './run-options.js';
import type { Streams } from './streams.js';
import { refuseUnkeptFiles, writeChanges } from './write-changes.js';

/** `leakfix <paths..>`: rewrites files, or shows what it would do. */
export async function rewrite(args: CliArguments, streams: Streams): Promise<number> {
  if (args.paths.length === 0)
    throw new UsageError('no files given', "type 'leakfix --dry ./src' to see what would change");
  const cwd = process.cwd();
  const writes = !args.dry && args.check === undefined;
  const progress = startProgress(streams, args.quiet);
  try {
    progress.show('reading files');
    const collected = await collect(args, cwd, writes, streams);
    if (writes) await refuseUnkeptFiles(collected, args);
    const { report } = await run({ ...toRunOptions(args, cwd), collected, onProgress: progress.show });
    progress.stop();
    const written = writes ? await writeChanges(report, collected) : undefined;
    await printReport(report, args, streams, { cwd, diffRoot: collected.repository?.root ?? cwd, written });
    return written?.exitCode ?? exitCodeOf(report, args.check);
  } finally {
    progress.stop();
  }
}

/** Before the files of a run that writes are read, what a killed run has left is repaired. */
async function collect(
  args: CliArguments,
  cwd: string,
  writes: boolean,
  streams: Streams,
): Promise<CollectedFiles> {
  const request = { cwd, patterns: args.paths, ignore: args.ignore ?? [] };
  const collected = await collectFiles(request);
  if (!writes) return collected;
  const recovery = await recoverJournals(collected);
  for (const line of describeRecovery(recovery)) streams.err(`${line}\n`);
  return hasRepaired(recovery) ? collectFiles(request) : collected;
}
