import type { InvokeResult } from '../invoke-handler.js';
import { findKeptAlive, findLateCrashes } from './find-failures.js';
import { findGrowth } from './find-growth.js';

/**
 * Whether a run without stacks shows anything that may turn out to be a leak, so that it is worth to run again with
 * stacks, which tell what it is and whose.
 */
export function isSuspect({ invocations, idle }: InvokeResult): boolean {
  const ofModule = new Set(
    idle.flatMap(({ observation }) => observation.late.map(({ resource }) => resource.type)),
  );
  const observations = invocations.flatMap(({ observation }) => observation ?? []);
  return (
    observations.some(({ pending }) => pending.length > 0) ||
    // What ran already before the first invocation is the module's own business.
    observations.some(({ late }) =>
      late.some(({ resource: { owner, type } }) => owner > 0 || !ofModule.has(type)),
    ) ||
    findLateCrashes(invocations).length > 0 ||
    findKeptAlive(invocations).length > 0 ||
    findGrowth(invocations).length > 0
  );
}
