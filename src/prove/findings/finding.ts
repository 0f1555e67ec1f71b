import type { Frame, ObservedResource } from '../observation.js';

export const findingKinds = [
  'late-crash',
  'late-execution',
  'pending-timer',
  'pending-request',
  'unsettled-promise',
  'kept-alive-until-timeout',
  'handle-growth',
  'fd-growth',
  'listener-growth',
] as const;

export type FindingKind = (typeof findingKinds)[number];

/** An error is a leak; a warning is a library's own; an info is worth knowing and hurts nobody. */
export type Severity = 'error' | 'warning' | 'info';

/** One time that a leak was seen. */
export interface Occurrence {
  /** The invocation that started it; 0 for the module, undefined where that can't be told. */
  startedIn: number | undefined;
  /** The invocation that it ran in; undefined between two, or if it never ran. */
  ranIn: number | undefined;
  /** Milliseconds from the answer of the invocation that started it until it ran. */
  delayMs: number | undefined;
}

/** One leak, however often it was seen. */
export interface Finding {
  kind: FindingKind;
  severity: Severity;
  /** What leaked, such as `Timeout` or `TCPWRAP`. */
  resource: string;
  /** The user's line that started it. */
  inner: Frame | undefined;
  /** The user's line in the handler, or nearest to it, that led there. */
  outer: Frame | undefined;
  /** What can't be said with the other fields. */
  detail: string;
  occurrences: Occurrence[];
}

/** The frames of a resource as a finding names them. */
export function placeOf({ frames }: ObservedResource): Pick<Finding, 'inner' | 'outer'> {
  return { inner: frames[0], outer: frames.at(-1) };
}

/** Puts together what was seen of the same leak several times. The most severe sighting decides. */
export function mergeFindings(findings: readonly Finding[]): Finding[] {
  const merged = new Map<string, Finding>();
  for (const finding of findings) {
    const key = [finding.kind, finding.resource, placeKey(finding.inner), placeKey(finding.outer)].join(' ');
    const known = merged.get(key);
    if (known === undefined) {
      merged.set(key, { ...finding });
    } else {
      known.occurrences = [...known.occurrences, ...finding.occurrences];
      if (rank(finding.severity) < rank(known.severity)) known.severity = finding.severity;
    }
  }
  return [...merged.values()];
}

/** The most severe first. */
export function sortBySeverity(findings: readonly Finding[]): Finding[] {
  return findings.toSorted(
    (left, right) =>
      rank(left.severity) - rank(right.severity) ||
      findingKinds.indexOf(left.kind) - findingKinds.indexOf(right.kind),
  );
}

export function placeKey(frame: Frame | undefined): string {
  return frame === undefined ? '' : `${frame.file}:${frame.line}:${frame.column}`;
}

function rank(severity: Severity): number {
  return ['error', 'warning', 'info'].indexOf(severity);
}
