import { buffer } from 'node:stream/consumers';
import type { CliArguments } from '../cli.js';
import { exitCodeOf } from '../exit-code.js';
import { collectStdin } from '../project/collect-stdin.js';
import { describeDiagnostic } from '../report/summary.js';
import { run } from '../run.js';
import { toRunOptions } from './run-options.js';
import type { Streams } from './streams.js';

/** `--stdin-filepath f.ts`: code in, code out; code that can't be read comes out as it was. */
export async function rewriteStdin(args: CliArguments, path: string, streams: Streams): Promise<number> {
  const cwd = process.cwd();
  const bytes = await buffer(process.stdin);
  const collected = await collectStdin({ cwd, path, bytes, ignore: args.ignore ?? [] });
  const { report } = await run({ ...toRunOptions(args, cwd), paths: [path], collected });
  streams.out(report.changes[0]?.after ?? bytes);
  for (const diagnostic of report.diagnostics) streams.err(`${describeDiagnostic(diagnostic)}\n`);
  return exitCodeOf(report, args.check);
}
