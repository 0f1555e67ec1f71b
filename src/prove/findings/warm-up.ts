import type { InvocationRecord } from '../host/invocation-record.js';
import { placeKey, type Finding } from './finding.js';

/**
 * Puts aside what only warms the container up, such as a client that is made when it is first needed, or what a library
 * prepares once: it is started by the first invocation with an event, and not by later ones with the same event. What
 * leaks comes again.
 */
export function demoteWarmUp(findings: readonly Finding[], records: readonly InvocationRecord[]): Finding[] {
  // What a library does to itself at the same line each time says nothing about a leak.
  const startedAt = startsByPlace(findings.filter(({ severity }) => severity === 'error'));
  return findings.map((finding) => {
    const starts = startedAt.get(placeKey(finding.inner)) ?? new Set();
    if (finding.severity !== 'error' || isAlwaysALeak(finding) || !isWarmUp([...starts], records)) {
      return finding;
    }
    return { ...finding, severity: 'info', detail: 'only the first time, not when it was invoked again' };
  });
}

/** A crash is a leak, however seldom, and growth takes care of warming up by itself. */
function isAlwaysALeak({ kind, inner }: Finding): boolean {
  return (
    inner === undefined ||
    kind.endsWith('-growth') ||
    kind === 'late-crash' ||
    kind === 'kept-alive-until-timeout'
  );
}

/** The invocations in which each line started something, whatever became of it. */
function startsByPlace(findings: readonly Finding[]): Map<string, Set<number>> {
  const starts = new Map<string, Set<number>>();
  for (const { inner, occurrences } of findings) {
    const place = placeKey(inner);
    const known = starts.get(place) ?? new Set();
    for (const { startedIn } of occurrences) if (startedIn !== undefined) known.add(startedIn);
    starts.set(place, known);
  }
  return starts;
}

/** Whether each start was followed by an invocation in the same container, with the same event, that did without. */
function isWarmUp(starts: readonly number[], records: readonly InvocationRecord[]): boolean {
  const starters = records.filter(({ index }) => starts.includes(index));
  const containers = new Set(starters.map(({ container }) => container));
  if (starters.length === 0 || containers.size < starters.length) return false;
  return starters.every((starter) => {
    const alike = records.filter(
      ({ container, eventIndex, outcome }) =>
        container === starter.container &&
        eventIndex === starter.eventIndex &&
        outcome.kind === starter.outcome.kind,
    );
    return alike.length > 1 && alike[0] === starter;
  });
}
