import { relative } from 'node:path';
import { mapWithLimit } from '../project/map-with-limit.js';
import { hashOf } from '../project/source-text.js';
import { groupEntries, type Journal, type JournalEntry, temporaryNameOf } from './journal.js';
import { type Examined, examineTarget, type Obstacle } from './obstacle.js';
import type { Replacement } from './replacement.js';
import { FILES_AT_ONCE, type RunContext } from './run-context.js';

export interface FailedFile extends Obstacle {
  readonly file: string;
}

/** One group of files on its way to the disk. The first failure keeps all of them from being written. */
export class GroupPlan {
  #failure: FailedFile | undefined;

  constructor(
    readonly entries: readonly JournalEntry[],
    /** One for each entry, unless the group has failed. */
    readonly replacements: readonly Replacement[],
  ) {}

  fail(file: string, { code, detail }: Obstacle): void {
    this.#failure ??= { file, code, detail };
  }

  /** For a reason that is about the run and not about one of the files. */
  failWhole({ code, detail }: Obstacle): void {
    for (const { file } of this.entries.slice(0, 1)) this.fail(file, { code, detail });
  }

  get isViable(): boolean {
    return this.#failure === undefined;
  }

  /** Each file of a failed group, the others with the one that failed as their reason. */
  failedFiles(root: string): FailedFile[] {
    const failure = this.#failure;
    if (!failure) return [];
    const { file: culprit, code, detail } = failure;
    const isAboutRun = code === 'interrupted' || code === 'journal';
    return this.entries.map(({ file }) =>
      file === culprit || isAboutRun
        ? { file, code, detail }
        : {
            file,
            code: 'change-set',
            detail: `changes together with ${relative(root, culprit)}, which ${detail}`,
          },
    );
  }
}

/** Looks at every file that the journal names. */
export function planGroups(context: RunContext, journal: Journal): Promise<GroupPlan[]> {
  const indexes = new Map(journal.entries.map((entry, index) => [entry, index]));
  return mapWithLimit(groupEntries(journal), FILES_AT_ONCE, async (entries) => {
    const replacements: Replacement[] = [];
    const failures: FailedFile[] = [];
    for (const entry of entries) {
      const { file, after } = entry;
      const target = await examineUnchanged(context, entry);
      if ('obstacle' in target) {
        failures.push({ file, ...target.obstacle });
      } else {
        const temporary = temporaryNameOf(journal, file, indexes.get(entry) ?? 0);
        replacements.push({ file, temporary, bytes: Buffer.from(after), ownership: target.ownership });
      }
    }
    const plan = new GroupPlan(entries, replacements);
    for (const failure of failures) plan.fail(failure.file, failure);
    return plan;
  });
}

/** Looks again, directly before the group is written: what somebody wrote in between must not be lost. */
export async function recheckGroup(context: RunContext, plan: GroupPlan): Promise<void> {
  for (const entry of plan.entries) {
    const target = await examineUnchanged(context, entry);
    if ('obstacle' in target) plan.fail(entry.file, target.obstacle);
  }
}

async function examineUnchanged(
  { fileSystem, root }: RunContext,
  { file, before }: JournalEntry,
): Promise<Examined> {
  const examined = await examineTarget(fileSystem, root, file);
  if ('obstacle' in examined || examined.hash === hashOf(Buffer.from(before))) return examined;
  return { obstacle: { code: 'changed', detail: 'has been changed since it was read' } };
}
