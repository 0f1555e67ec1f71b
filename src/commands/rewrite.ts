import type { CliArguments } from '../cli.js';
import { UsageError } from '../errors.js';
import { exitCodeOf } from '../exit-code.js';
import { startProgress } from '../report/progress.js';
import { run } from '../run.js';
import { collectTargets, isNarrowed } from './collect-targets.js';
import { printReport } from './print-report.js';
import { toRunOptions } from './run-options.js';
import type { Streams } from './streams.js';
import { refuseUnkeptFiles, writeChanges } from './write-changes.js';

/** `leakfix <paths..>`: rewrites files, or shows what it would do. */
export async function rewrite(args: CliArguments, streams: Streams): Promise<number> {
  if (args.paths.length === 0 && !isNarrowed(args))
    throw new UsageError('no files given', "type 'leakfix --dry ./src' to see what would change");
  const cwd = process.cwd();
  const writes = !args.dry && args.check === undefined;
  const progress = startProgress(streams, args.quiet);
  try {
    progress.show('reading files');
    const collected = await collectTargets(args, cwd, writes, streams);
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
