import type { CliArguments } from '../cli.js';
import { UsageError } from '../errors.js';
import { EXIT, exitCodeOf } from '../exit-code.js';
import { startProgress } from '../report/progress.js';
import { type Proposal, run } from '../run.js';
import { chooseChanges, Interrupted } from './choose-changes.js';
import { collectTargets, isNarrowed } from './collect-targets.js';
import { printReport } from './print-report.js';
import { toRunOptions } from './run-options.js';
import type { Streams } from './streams.js';
import { refuseUnkeptFiles, writeChanges } from './write-changes.js';

/** `leakfix <paths..>`: rewrites files, or shows what it would do. */
export async function rewrite(args: CliArguments, streams: Streams): Promise<number> {
  if (args.paths.length === 0 && !isNarrowed(args))
    throw new UsageError('no files given', "type 'leakfix --dry ./src' to see what would change");
  if (args.interactive) refuseWithoutTerminal(args, streams);
  const cwd = process.cwd();
  const writes = !args.dry && args.check === undefined;
  const progress = startProgress(streams, args.quiet);
  try {
    progress.show('reading files');
    const collected = await collectTargets(args, cwd, writes, streams);
    if (writes) await refuseUnkeptFiles(collected, args);
    const diffRoot = collected.repository?.root ?? cwd;
    const choose = async (proposal: Proposal): Promise<ReadonlySet<number>> => {
      progress.stop();
      return chooseChanges(proposal, { root: diffRoot, paint: streams.paintErr });
    };
    const { report } = await run({
      ...toRunOptions(args, cwd),
      collected,
      onProgress: progress.show,
      ...(args.interactive && { choose }),
    });
    progress.stop();
    const written = writes ? await writeChanges(report, collected) : undefined;
    await printReport(report, args, streams, { cwd, diffRoot, written });
    return written?.exitCode ?? exitCodeOf(report, args.check);
  } catch (error) {
    if (error instanceof Interrupted) return EXIT.interrupted;
    throw error;
  } finally {
    progress.stop();
  }
}

/** @throws UsageError where nobody can be asked, or nothing is to be made. */
function refuseWithoutTerminal({ check }: CliArguments, { errIsTerminal }: Streams): void {
  if (check !== undefined)
    throw new UsageError('-i chooses changes, and --check makes none', 'leave one of them out');
  if (!process.stdin.isTTY || !errIsTerminal)
    throw new UsageError('-i needs a terminal', "type '--dry' to see what would change");
}
