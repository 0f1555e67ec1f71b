import { relative } from 'node:path';
import { applyChanges } from '../apply/apply-changes.js';
import { checkGit, type GuardRefusal } from '../apply/git-guard.js';
import type { FailedFile } from '../apply/group-plan.js';
import { watchInterruption } from '../apply/interruption.js';
import type { CliArguments } from '../cli.js';
import { UsageError } from '../errors.js';
import { EXIT, exitCodeOf } from '../exit-code.js';
import type { CollectedFiles } from '../project/collect-files.js';
import type { Report } from '../report/report.js';

/** How many files a refusal names before it only counts. */
const NAMED_FILES = 10;

export interface WriteOutcome {
  readonly written: readonly string[];
  readonly failed: readonly FailedFile[];
  readonly exitCode: number;
}

/** @throws UsageError when git could not bring back one of the files as it is now. */
export async function refuseUnkeptFiles(collected: CollectedFiles, args: CliArguments): Promise<void> {
  const refusal = await checkGit({
    files: collected.files.map(({ file }) => file),
    allowDirty: args.allowDirty,
    allowNoRepository: args.allowNoVcs,
    acceptStaged: args.staged,
  });
  if (refusal) throw toUsageError(refusal, process.cwd());
}

function toUsageError(refusal: GuardRefusal, cwd: string): UsageError {
  switch (refusal.code) {
    case 'git-failed':
      return new UsageError(
        `git can not be asked (${refusal.detail})`,
        'type --dry, or --allow-no-vcs --allow-dirty',
      );
    case 'no-repository':
      return new UsageError(
        `${listFiles(refusal.files, cwd)} not in a git repository, so nothing could bring the old text back`,
        'type --dry to see the diff, or --allow-no-vcs to write',
      );
    case 'dirty':
      return new UsageError(
        `uncommitted changes in ${listFiles(
          refusal.files.map(({ file }) => file),
          cwd,
        )}`,
        'commit or stash them, or type --dry or --allow-dirty',
      );
  }
}

function listFiles(files: readonly string[], cwd: string): string {
  const named = files.slice(0, NAMED_FILES).map((file) => relative(cwd, file));
  const more = files.length - named.length;
  return named.join(', ') + (more > 0 ? ` and ${more} more` : '');
}

/** Writes what the report changes. An interruption ends it between two change sets. */
export async function writeChanges(report: Report, collected: CollectedFiles): Promise<WriteOutcome> {
  const { root, repository, files } = collected;
  const after = new Map(report.changes.map((change) => [change.file, change.after]));
  const changes = files.flatMap((before) => {
    const text = after.get(before.file);
    return text === undefined ? [] : [{ before, after: before.hasBom ? text.slice(1) : text }];
  });
  const interruption = watchInterruption();
  try {
    const { written, failed } = await applyChanges({
      root,
      repository,
      changes,
      changeSets: report.changeSets,
      signal: interruption.signal,
    });
    const exitCode = failed.length > 0 ? EXIT.failed : exitCodeOf(report, undefined);
    return { written, failed, exitCode: interruption.signal.aborted ? EXIT.interrupted : exitCode };
  } finally {
    interruption.release();
  }
}
