import type { InvocationRecord } from '../host/invocation-record.js';
import type { ObservedResource } from '../observation.js';
import { placeKey, placeOf, type Finding, type FindingKind } from './finding.js';

/** So many more per invocation is growth. */
const GROWTH_PER_INVOCATION = 0.5;

/** The usual limit of open files, which Lambda has too. */
export const LAMBDA_FD_LIMIT = 1024;

/**
 * What becomes more with every invocation: handles, file descriptors, listeners. What the first invocations
 * open and later ones use, such as a pool or a connection that is kept, is no leak.
 */
export function findGrowth(records: readonly InvocationRecord[], fdLimit = LAMBDA_FD_LIMIT): Finding[] {
  const warm = sameContainer(records);
  const last = warm.at(-1);
  if (last?.observation === undefined || warm.length < 3) return [];
  const handles = growingSites(last.observation.handles, warm.length, 'handle-growth');
  const files = growingSites(last.observation.openFiles, warm.length, 'fd-growth');
  const listeners = growingSites(last.observation.listeners, warm.length, 'listener-growth');
  return [...handles, ...descriptorGrowth(warm, fdLimit, files[0] ?? handles[0]), ...listeners];
}

/** The records of the container that served the last invocation, without its first, which warms it up. */
function sameContainer(records: readonly InvocationRecord[]): InvocationRecord[] {
  const last = records.findLast(({ observation }) => observation !== undefined);
  return records.filter(
    ({ container, observation }) => container === last?.container && observation !== undefined,
  );
}

function growingSites(
  living: readonly ObservedResource[],
  invocations: number,
  kind: FindingKind,
): Finding[] {
  const newest = Math.max(...living.map(({ owner }) => owner), 0);
  // A pool fills up in the first invocations.
  const firstCounted = newest - Math.ceil((invocations * 2) / 3) + 1;
  const sites = new Map<string, ObservedResource[]>();
  for (const resource of living.filter(({ owner }) => owner >= Math.max(firstCounted, 1))) {
    const site = `${resource.type} ${placeKey(resource.frames[0])}`;
    sites.set(site, [...(sites.get(site) ?? []), resource]);
  }
  return [...sites.values()].flatMap((group) => {
    const owners = new Set(group.map(({ owner }) => owner));
    const rate = group.length / (newest - firstCounted + 1);
    const first = group[0];
    if (first === undefined || owners.size < 2 || rate < GROWTH_PER_INVOCATION) return [];
    return [
      {
        kind,
        severity: 'error',
        resource: first.type,
        ...placeOf(first),
        detail: `${rate.toFixed(1)} more with each invocation`,
        occurrences: group.map(({ owner }) => ({ startedIn: owner, ranIn: undefined, delayMs: undefined })),
      },
    ];
  });
}

function descriptorGrowth(
  records: readonly InvocationRecord[],
  fdLimit: number,
  culprit: Finding | undefined,
): Finding[] {
  const points = records.slice(1).flatMap(({ index, descriptors }): [number, number][] => {
    return descriptors === undefined ? [] : [[index, descriptors]];
  });
  const rate = slope(points);
  const last = points.at(-1);
  if (last === undefined || rate < GROWTH_PER_INVOCATION || !isRising(points)) return [];
  const failing = Math.ceil(last[0] + (fdLimit - last[1]) / rate);
  return [
    {
      kind: 'fd-growth',
      severity: 'error',
      resource: 'file descriptors',
      inner: culprit?.inner,
      outer: culprit?.outer,
      detail: `${rate.toFixed(1)} more with each invocation, the limit of ${fdLimit} is reached at about invocation ${failing}`,
      occurrences: points.map(([startedIn]) => ({ startedIn, ranIn: undefined, delayMs: undefined })),
    },
  ];
}

/** A file that is open for a moment makes a bump; what leaks never becomes less. */
function isRising(points: readonly (readonly [number, number])[]): boolean {
  return points.every(([, count], index) => count >= (points[index - 1]?.[1] ?? 0));
}

/** The slope of the line that fits the points best; 0 for fewer than two. */
function slope(points: readonly (readonly [number, number])[]): number {
  const meanX = mean(points.map(([x]) => x));
  const meanY = mean(points.map(([, y]) => y));
  const spread = sum(points.map(([x]) => (x - meanX) ** 2));
  return spread === 0 ? 0 : sum(points.map(([x, y]) => (x - meanX) * (y - meanY))) / spread;
}

function mean(values: readonly number[]): number {
  return values.length === 0 ? 0 : sum(values) / values.length;
}

function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0);
}
