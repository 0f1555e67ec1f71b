import type { InvocationRecord } from '../host/invocation-record.js';
import { placeOf, type Finding } from './finding.js';

/** Crashes that hit an invocation other than the one whose work failed, or a container that had answered. */
export function findLateCrashes(records: readonly InvocationRecord[]): Finding[] {
  return records.flatMap(({ index, crashes, outcome }) =>
    crashes
      .filter(
        ({ owner, ranIn }) => ranIn === undefined || outcome.kind === 'response' || (owner ?? index) < index,
      )
      .map(({ errorType, errorMessage, frames, owner, ranIn }): Finding => ({
        kind: 'late-crash',
        severity: 'error',
        resource: errorType,
        inner: frames[0],
        outer: frames.at(-1),
        detail: errorMessage,
        occurrences: [{ startedIn: owner ?? index, ranIn, delayMs: undefined }],
      })),
  );
}

/** What kept the event loop from getting empty, so that the answer was never sent. */
export function findKeptAlive(records: readonly InvocationRecord[]): Finding[] {
  return records.flatMap(({ index, outcome, isWaiting, observation }) => {
    if (outcome.kind !== 'timeout' || !isWaiting || observation === undefined) return [];
    const holding = observation.pending.filter(({ type, isRef }) => type !== 'PROMISE' && isRef !== false);
    return holding.map((resource): Finding => ({
      kind: 'kept-alive-until-timeout',
      severity: 'error',
      resource: resource.type,
      ...placeOf(resource),
      detail: '',
      occurrences: [{ startedIn: resource.owner, ranIn: index, delayMs: undefined }],
    }));
  });
}
