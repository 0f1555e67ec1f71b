import type { InvokeResult } from '../invoke-handler.js';
import { findKeptAlive, findLateCrashes } from './find-failures.js';
import { findGrowth } from './find-growth.js';
import { findLateWork } from './find-late-work.js';
import { mergeFindings, placeKey, sortBySeverity, type Finding } from './finding.js';
import { demoteWarmUp } from './warm-up.js';

/** Everything that leaks in a run that took stacks, the most severe first. */
export function findLeaks({ invocations, idle }: InvokeResult, fdLimit?: number): Finding[] {
  const findings = mergeFindings([
    ...findLateCrashes(invocations),
    ...findLateWork(invocations, idle),
    ...findKeptAlive(invocations),
    ...findGrowth(invocations, fdLimit),
  ]);
  return foldSameLine(sortBySeverity(demoteWarmUp(foldPending(findings), invocations)));
}

/** What ran late in all invocations but the last is the same leak as what the last one has pending. */
function foldPending(findings: readonly Finding[]): Finding[] {
  return findings.filter((finding) => {
    if (finding.kind !== 'pending-timer' && finding.kind !== 'pending-request') return true;
    const same = findings.find(
      ({ kind, resource, inner }) =>
        kind === 'late-execution' &&
        resource === finding.resource &&
        placeKey(inner) === placeKey(finding.inner),
    );
    same?.occurrences.push(...finding.occurrences);
    return same === undefined;
  });
}

/**
 * A leaked timer or request shows in a chain of promises as well, and a library may tidy up at the same line. That is
 * left out where the line has a finding already that says more.
 */
function foldSameLine(findings: readonly Finding[]): Finding[] {
  const kept: Finding[] = [];
  for (const finding of findings) {
    const isSaid = kept.some(
      (other) =>
        (finding.resource === 'PROMISE' || other.severity !== finding.severity) &&
        linesOf(other).some((line) => linesOf(finding).includes(line)),
    );
    if (!isSaid) kept.push(finding);
  }
  return kept;
}

function linesOf({ inner, outer }: Finding): string[] {
  return [inner, outer].flatMap((frame) => (frame === undefined ? [] : [placeKey({ ...frame, column: 0 })]));
}
