import { dirname } from 'node:path';
import { hashOf } from '../project/source-text.js';
import { messageOf, syncFolder } from './file-system.js';
import type { FailedFile } from './group-plan.js';
import type { JournalEntry } from './journal.js';
import { examineTarget } from './obstacle.js';
import { type FileOwnership, replaceFile } from './replacement.js';
import type { RunContext } from './run-context.js';

export interface GroupRecovery {
  readonly outcome: 'finished' | 'was-finished' | 'taken-back' | 'was-not-begun' | 'failed';
  readonly failed: readonly FailedFile[];
}

/** What an entry's file holds now. `other` is somebody else's: it must not be written. */
type Holding =
  | { readonly entry: JournalEntry; readonly holds: 'before' | 'after'; readonly ownership: FileOwnership }
  | { readonly entry: JournalEntry; readonly holds: 'other' };

/**
 * Brings the files of one group to the same side. The disk itself tells how far the dead run came: with none of the new
 * contents in place the group was not begun; otherwise the rest is put in place, or, when a file holds something else
 * by now, the new contents are taken back.
 *
 * @param temporaries by file, the name that new content may be written under first.
 */
export async function recoverGroup(
  context: RunContext,
  entries: readonly JournalEntry[],
  temporaries: ReadonlyMap<string, string>,
): Promise<GroupRecovery> {
  const holdings: Holding[] = [];
  for (const entry of entries) holdings.push(await findHolding(context, entry));
  const isDone = holdings.every(({ holds }) => holds === 'after');
  if (isDone) return { outcome: 'was-finished', failed: [] };
  if (!holdings.some(({ holds }) => holds === 'after')) return { outcome: 'was-not-begun', failed: [] };
  const canFinish = !holdings.some(({ holds }) => holds === 'other');
  const failed: FailedFile[] = [];
  for (const holding of holdings) {
    if (holding.holds !== (canFinish ? 'before' : 'after')) continue;
    const { entry, ownership } = holding;
    const content = canFinish ? entry.after : entry.before;
    const temporary = temporaries.get(entry.file) ?? '';
    try {
      const bytes = Buffer.from(content);
      await replaceFile(context.fileSystem, { file: entry.file, temporary, bytes, ownership });
      await syncFolder(context.fileSystem, dirname(entry.file));
    } catch (error) {
      failed.push({ file: entry.file, code: 'system', detail: messageOf(error) });
    }
  }
  if (failed.length > 0) return { outcome: 'failed', failed };
  return { outcome: canFinish ? 'finished' : 'taken-back', failed };
}

async function findHolding({ fileSystem, root }: RunContext, entry: JournalEntry): Promise<Holding> {
  const examined = await examineTarget(fileSystem, root, entry.file);
  if ('obstacle' in examined) return { entry, holds: 'other' };
  const { ownership, hash } = examined;
  if (hash === hashOf(Buffer.from(entry.after))) return { entry, holds: 'after', ownership };
  if (hash === hashOf(Buffer.from(entry.before))) return { entry, holds: 'before', ownership };
  return { entry, holds: 'other' };
}
