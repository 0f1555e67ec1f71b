import type { IdleRecord, InvocationRecord } from '../host/invocation-record.js';
import type { LateEvent, LateFunction, Observation, ObservedResource } from '../observation.js';
import { placeKey, placeOf, type Finding, type FindingKind, type Severity } from './finding.js';

/** What went on, or was left pending, after the answer of the invocation that started it. */
export function findLateWork(records: readonly InvocationRecord[], idle: readonly IdleRecord[]): Finding[] {
  const background = new Set(idle.flatMap(({ observation }) => observation.functions.map(placeKey)));
  const answers = answerTimes(records);
  const ranLate = new Set(records.flatMap(({ observation }) => observation?.late ?? []).map(resourceId));
  return records.flatMap((record) => {
    const { observation, outcome } = record;
    if (observation === undefined || outcome.kind === 'timeout') return [];
    const functions = observation.functions.filter((one) => !background.has(placeKey(one)));
    const scene: Scene = { observation, functions, answers, ranLate };
    const found = [...lateFindings(scene), ...pendingFindings(scene, record.index)];
    return [...found, ...unexplainedFunctions(scene, found)];
  });
}

interface Scene {
  observation: Observation;
  /** The user's functions that ran after the answer, and don't run in the idle container anyway. */
  functions: readonly LateFunction[];
  answers: ReadonlyMap<number, number>;
  /** What ran or was settled late in any invocation, by id. */
  ranLate: ReadonlySet<number>;
}

function lateFindings(scene: Scene): Finding[] {
  return scene.observation.late.flatMap((event) => {
    const severity = severityOfLate(event, scene);
    return severity === undefined ? [] : [lateFinding(event, severity, scene)];
  });
}

function lateFinding(event: LateEvent, severity: Severity, { answers }: Scene): Finding {
  const { resource, what, at, ranIn } = event;
  const answeredAt = answers.get(resource.owner);
  return {
    kind: what === 'settled' ? 'unsettled-promise' : 'late-execution',
    severity,
    resource: resource.type,
    ...placeOf(resource),
    detail: '',
    occurrences: [
      { startedIn: resource.owner, ranIn, delayMs: answeredAt === undefined ? undefined : at - answeredAt },
    ],
  };
}

/** Sockets and the like run late all the time, when a server closes them; that alone means nothing. */
function severityOfLate({ resource }: LateEvent, scene: Scene): Severity | undefined {
  if (resource.owner === 0 || !isWork(resource) || resource.frames.length === 0) return undefined;
  if (resource.isStartedByUser || resource.type === 'PROMISE') return 'error';
  if (resource.isRef === false) return 'info';
  // A library cleans up after itself, such as a stream that closes its file; user code that runs is a leak.
  return scene.functions.length > 0 ? 'error' : 'warning';
}

function pendingFindings({ observation, ranLate }: Scene, startedIn: number): Finding[] {
  return observation.pending.flatMap((resource) => {
    const severity = severityOfPending(resource);
    if (ranLate.has(resource.id) || severity === undefined) return [];
    return [
      {
        kind: pendingKind(resource),
        severity,
        resource: resource.type,
        ...placeOf(resource),
        detail: '',
        occurrences: [{ startedIn, ranIn: undefined, delayMs: undefined }],
      },
    ];
  });
}

function severityOfPending(resource: ObservedResource): Severity | undefined {
  if (resource.frames.length === 0) return undefined;
  // Many promises are never settled and nobody minds: it needs something that settles them to leak.
  if (resource.type === 'PROMISE') return resource.isStartedByUser ? 'info' : undefined;
  return resource.isRef === false ? 'info' : 'error';
}

function pendingKind(resource: ObservedResource): FindingKind {
  if (resource.type === 'PROMISE') return 'unsettled-promise';
  return isTimer(resource) ? 'pending-timer' : 'pending-request';
}

/** The user's code ran late, but by nothing that could be followed: an emitter or a pool of the module. */
function unexplainedFunctions({ observation, functions }: Scene, found: readonly Finding[]): Finding[] {
  if (found.some(({ severity }) => severity === 'error')) return [];
  const cause = observation.late.find(({ resource }) => resource.owner > 0 && resource.frames.length > 0);
  return functions.map((place) => ({
    kind: 'late-execution',
    severity: cause === undefined ? 'info' : 'error',
    resource: cause?.resource.type ?? 'function',
    inner: place,
    outer: cause?.resource.frames.at(-1),
    detail: '',
    occurrences: [{ startedIn: cause?.resource.owner, ranIn: undefined, delayMs: undefined }],
  }));
}

function resourceId({ resource }: LateEvent): number {
  return resource.id;
}

function answerTimes(records: readonly InvocationRecord[]): Map<number, number> {
  return new Map(records.map(({ index, answeredAt, endedAt }) => [index, answeredAt ?? endedAt]));
}

function isTimer({ type }: ObservedResource): boolean {
  return type === 'Timeout' || type === 'Immediate';
}

function isWork(resource: ObservedResource): boolean {
  return (
    resource.type === 'PROMISE' ||
    isTimer(resource) ||
    /REQ|REQUEST|JOB|CONNECTWRAP|QUERYWRAP/.test(resource.type)
  );
}
