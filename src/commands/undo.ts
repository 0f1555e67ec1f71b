import { realpath } from 'node:fs/promises';
import { relative } from 'node:path';
import { recoverJournals } from '../apply/recover-journals.js';
import { undoLastRun } from '../apply/undo-last-run.js';
import { EXIT } from '../exit-code.js';
import { findProjectRoot } from '../project/project-root.js';
import { describeRecovery } from './describe-recovery.js';
import type { Streams } from './streams.js';

/** `leakfix --undo`: restores the files that the last run wrote, or none. */
export async function undo(streams: Streams): Promise<number> {
  const cwd = await realpath(process.cwd());
  const project = await findProjectRoot(cwd, []);
  for (const line of describeRecovery(await recoverJournals(project))) streams.err(`${line}\n`);
  const result = await undoLastRun(project);
  if (!result) {
    streams.err('leakfix: there is no run to undo\n');
    return EXIT.failed;
  }
  for (const { file, detail } of result.failed)
    streams.err(`error ${relative(cwd, file)} not restored: ${detail}\n`);
  streams.err(`  ${result.written.length} files restored\n`);
  return result.failed.length > 0 ? EXIT.failed : EXIT.ok;
}
