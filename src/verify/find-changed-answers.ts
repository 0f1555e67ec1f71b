import type { Handler } from '../project/handler.js';
import { describeOutcome } from '../prove/outcome.js';
import { proveChange, type ProvenChange } from '../prove/prove-change.js';
import { eventOf } from '../prove/trigger-event.js';
import { startOf } from '../syntax/syntax-file.js';
import type { Reason } from '../transform.js';
import type { Workspace } from '../workspace.js';
import { findAffectedFiles } from './affected-files.js';
import type { Breakage } from './take-back.js';

/** How to run the handlers of a project. */
export interface ProveRequest {
  /** Given to every handler in turn; when empty, each gets those of the triggers that its configuration names. */
  readonly events: readonly unknown[];
  /** Absolute folder that the project's own files are relative to. */
  readonly root: string;
}

export interface ProveVerdict {
  /** Handlers that answer otherwise, leak more, or can't be run. */
  readonly breakages: readonly Breakage[];
  /** Handlers that run changed files and were not run, since no event is known for them. */
  readonly unproven: readonly Handler[];
  /** How many handlers were run and do the same. */
  readonly provenCount: number;
}

/**
 * Runs each handler of a changed file, or of one that imports a changed file, as it was and as it is now, and compares:
 * the same answers, no new leak. This is the project's own code with its side effects.
 */
export async function findChangedAnswers(
  workspace: Workspace,
  { events, root }: ProveRequest,
): Promise<ProveVerdict> {
  const changed = workspace.overlay.changedFiles();
  const overlay = Object.fromEntries(changed.map((file) => [file, workspace.overlay.read(file)]));
  const breakages: Breakage[] = [];
  const unproven: Handler[] = [];
  let provenCount = 0;
  for (const [file, causes] of findAffectedFiles(workspace.types, changed)) {
    for (const handler of workspace.handlersAt(file)) {
      const known = events.length > 0 ? events : handler.triggers.map(eventOf);
      if (known.length === 0) {
        unproven.push(handler);
        continue;
      }
      const what = await findDifference(handler, { events: known, root, overlay });
      if (what === undefined) {
        provenCount += 1;
        continue;
      }
      const reason: Reason = { code: 'answers-differ', data: { what } };
      breakages.push(...findPlaces(workspace, handler, causes).map((place) => ({ ...place, reason })));
    }
  }
  return { breakages, unproven, provenCount };
}

/** Where to look for what went wrong: at the handler itself, or else in each of the changed files that it runs. */
function findPlaces(
  { overlay }: Workspace,
  { file, fn }: Handler,
  causes: readonly string[],
): readonly Omit<Breakage, 'reason'>[] {
  if (!causes.includes(file)) return causes.map((cause) => ({ file: cause }));
  return [{ file, originalOffset: overlay.toOriginalOffset(file, startOf(fn)) }];
}

async function findDifference(
  { file, exportName }: Handler,
  { events, root, overlay }: ProveRequest & { readonly overlay: Readonly<Record<string, string>> },
): Promise<string | undefined> {
  try {
    const proven = await proveChange({
      before: { root },
      after: { overlay },
      handler: { file, exportName },
      events,
    });
    return proven.equivalent ? undefined : describeDifference(proven);
  } catch (error) {
    return `it can not be run: ${error instanceof Error ? error.message : String(error)}`;
  }
}

function describeDifference({ differences, newFindings }: ProvenChange): string {
  const [difference] = differences;
  if (difference) {
    const { invocation, before, after } = difference;
    return `invocation ${invocation} gave ${describeOutcome(before)}, now ${describeOutcome(after)}`;
  }
  return `a leak that was not there: ${newFindings.map(({ kind }) => kind).join(', ')}`;
}
