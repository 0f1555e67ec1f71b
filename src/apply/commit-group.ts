import { systemObstacle } from './obstacle.js';
import { type GroupPlan, recheckGroup } from './group-plan.js';
import { commitReplacement, replaceFile, type Replacement } from './replacement.js';
import type { RunContext } from './run-context.js';

export type GroupOutcome = 'written' | 'not-written' | 'half-written';

/**
 * Puts the prepared contents of one group in place. When a rename fails behind others that succeeded, those are taken
 * back; `half-written` means that this failed too, and that the journal must stay for the next start.
 */
export async function commitGroup(context: RunContext, plan: GroupPlan): Promise<GroupOutcome> {
  await recheckGroup(context, plan);
  if (!plan.isViable) return 'not-written';
  const done: Replacement[] = [];
  for (const replacement of plan.replacements) {
    try {
      await commitReplacement(context.fileSystem, replacement);
      done.push(replacement);
    } catch (error) {
      plan.fail(replacement.file, systemObstacle(error));
      return takeBack(context, plan, done);
    }
  }
  return 'written';
}

async function takeBack(
  { fileSystem }: RunContext,
  plan: GroupPlan,
  done: readonly Replacement[],
): Promise<GroupOutcome> {
  const contents = new Map(plan.entries.map(({ file, before }) => [file, before]));
  try {
    for (const replacement of done) {
      const before = contents.get(replacement.file) ?? '';
      await replaceFile(fileSystem, { ...replacement, bytes: Buffer.from(before) });
    }
    return 'not-written';
  } catch {
    return 'half-written';
  }
}
