import { realpath } from 'node:fs/promises';
import { recoverJournals } from '../apply/recover-journals.js';
import type { CliArguments } from '../cli.js';
import { UsageError } from '../errors.js';
import { findFilesChangedSince, findStagedFiles } from '../project/changed-files.js';
import { collectFiles, type CollectedFiles } from '../project/collect-files.js';
import { findProjectRoot } from '../project/project-root.js';
import { describeRecovery, hasRepaired } from './describe-recovery.js';
import type { Streams } from './streams.js';

/** Does git say which files are meant? Then no path is needed. */
export function isNarrowed({ staged, since }: CliArguments): boolean {
  return staged || since !== undefined;
}

/**
 * The files to rewrite. Before a run that writes reads them, what a killed run has left is repaired.
 *
 * @throws UsageError when git has to say which files are meant and can't.
 */
export async function collectTargets(
  args: CliArguments,
  cwd: string,
  writes: boolean,
  streams: Streams,
): Promise<CollectedFiles> {
  const only = isNarrowed(args) ? await askGit(args, cwd) : undefined;
  const patterns = args.paths.length > 0 ? args.paths : ['.'];
  const request = { cwd, patterns, ignore: args.ignore ?? [], ...(only && { only }) };
  const collected = await collectFiles(request);
  if (!writes) return collected;
  const recovery = await recoverJournals(collected);
  for (const line of describeRecovery(recovery)) streams.err(`${line}\n`);
  return hasRepaired(recovery) ? collectFiles(request) : collected;
}

async function askGit({ staged, since }: CliArguments, cwd: string): Promise<ReadonlySet<string>> {
  const { repository } = await findProjectRoot(await realpath(cwd), []);
  const flag = staged ? '--staged' : '--since';
  if (!repository) throw new UsageError(`${flag} needs a git repository`, 'name files or folders instead');
  try {
    return since === undefined
      ? await findStagedFiles(repository)
      : await findFilesChangedSince(repository, since);
  } catch (error) {
    throw new UsageError(`git can not tell which files are meant: ${(error as Error).message.trim()}`);
  }
}
