import { dirname } from 'node:path';
import { mapWithLimit } from '../project/map-with-limit.js';
import { commitGroup } from './commit-group.js';
import { messageOf, removeIfThere, syncFolder } from './file-system.js';
import { type FailedFile, type GroupPlan, planGroups } from './group-plan.js';
import type { Journal } from './journal.js';
import { beginJournal, endJournal } from './journal-life.js';
import { systemObstacle } from './obstacle.js';
import { prepareReplacement } from './replacement.js';
import { FILES_AT_ONCE, type RunContext } from './run-context.js';

export interface ApplyResult {
  /** In the order in which they were written. */
  readonly written: readonly string[];
  /** What was asked for and not written, each with its reason. Trouble with the journal itself names the journal. */
  readonly failed: readonly FailedFile[];
}

const INTERRUPTED = { code: 'interrupted', detail: 'was not begun before the interruption' } as const;
const HALF_WRITTEN = {
  code: 'journal',
  detail: 'files that belong together are only partly written; the next start repairs that',
} as const;

/**
 * Writes what the journal says, in an order that leaves no moment at which a crash could do harm: look at all files,
 * put the journal on the disk, put all new contents beside the files, then rename group by group.
 */
export async function executeJournal(context: RunContext, journal: Journal): Promise<ApplyResult> {
  const plans = await planGroups(context, journal);
  const viable = plans.filter((plan) => plan.isViable);
  const written: string[] = [];
  const trouble = viable.length > 0 ? await writeGroups(context, journal, viable, written) : [];
  return { written, failed: [...plans.flatMap((plan) => plan.failedFiles(context.root)), ...trouble] };
}

/** @param written receives the files as they are written. */
async function writeGroups(
  context: RunContext,
  journal: Journal,
  plans: readonly GroupPlan[],
  written: string[],
): Promise<FailedFile[]> {
  let path: string;
  try {
    path = await beginJournal(context, journal);
  } catch (error) {
    const detail = `is not written, since the journal could not be: ${messageOf(error)}`;
    for (const plan of plans) plan.failWhole({ code: 'journal', detail });
    return [];
  }
  await prepareAll(context, plans);
  let isHalfWritten = false;
  for (const plan of plans.filter(({ isViable }) => isViable)) {
    if (context.signal?.aborted === true) plan.failWhole(INTERRUPTED);
    const outcome = plan.isViable ? await commitGroup(context, plan) : 'not-written';
    if (outcome === 'written') written.push(...plan.entries.map(({ file }) => file));
    isHalfWritten ||= outcome === 'half-written';
  }
  if (isHalfWritten) return [{ file: path, ...HALF_WRITTEN }];
  try {
    await removeTemporaries(context, plans);
    await syncFolders(context, written);
    await endJournal(context, journal, path, new Set(written));
    return [];
  } catch (error) {
    return [{ file: path, code: 'journal', detail: messageOf(error) }];
  }
}

async function prepareAll(context: RunContext, plans: readonly GroupPlan[]): Promise<void> {
  const steps = plans.flatMap((plan) => plan.replacements.map((replacement) => ({ plan, replacement })));
  await mapWithLimit(steps, FILES_AT_ONCE, async ({ plan, replacement }) => {
    if (context.signal?.aborted === true) plan.failWhole(INTERRUPTED);
    if (!plan.isViable) return;
    try {
      await prepareReplacement(context.fileSystem, replacement);
    } catch (error) {
      plan.fail(replacement.file, systemObstacle(error));
    }
  });
}

async function removeTemporaries({ fileSystem }: RunContext, plans: readonly GroupPlan[]): Promise<void> {
  for (const plan of plans.filter(({ isViable }) => !isViable)) {
    for (const { temporary } of plan.replacements) await removeIfThere(fileSystem, temporary);
  }
}

async function syncFolders({ fileSystem }: RunContext, files: readonly string[]): Promise<void> {
  const folders = [...new Set(files.map((file) => dirname(file)))];
  await mapWithLimit(folders, FILES_AT_ONCE, (folder) => syncFolder(fileSystem, folder));
}
