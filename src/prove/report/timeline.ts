import { placeKey, type Finding } from '../findings/finding.js';
import type { InvocationRecord } from '../host/invocation-record.js';
import type { Frame, LateEvent } from '../observation.js';
import { resourceName } from './wording.js';

/** Something that happened during an invocation or in the pause after it. */
export interface TimelineEntry {
  /** The invocation that went on, or was the last to end. */
  invocation: number;
  /** Since that invocation began. */
  offsetMs: number;
  text: string;
  /** Whether it was work of an invocation that was over. */
  isLate: boolean;
  startedIn: number | undefined;
  place: Frame | undefined;
}

/** A version of a handler as it ran. */
export interface Run {
  invocations: readonly InvocationRecord[];
  findings: readonly Finding[];
}

/** What happened when: what was printed, and what ran late and leaks, in the order of time. */
export function timelineOf({ invocations, findings }: Run): TimelineEntry[] {
  const owners = new Map(invocations.map(({ requestId, index }) => [requestId, index]));
  const leaks = findings.filter(({ severity }) => severity !== 'info');
  const entries = invocations.flatMap((record) => [
    ...logEntries(record, owners),
    ...leakingEvents(record, leaks).map((event) => lateEntry(event, record, invocations)),
  ]);
  return entries.sort((left, right) => left.invocation - right.invocation || left.offsetMs - right.offsetMs);
}

function logEntries(record: InvocationRecord, owners: ReadonlyMap<string, number>): TimelineEntry[] {
  const entries = record.logs
    .filter(({ level, place }) => level !== 'runtime' || place !== undefined)
    .map(({ at, level, text, requestId, place }): TimelineEntry => {
      const under = owners.get(requestId);
      const isOther = under !== undefined && under !== record.index;
      return {
        invocation: record.index,
        offsetMs: at - record.startedAt,
        text:
          level === 'runtime'
            ? 'error made in'
            : `log${isOther ? ` (under the request id of ${under})` : ''}: ${text.split('\n')[0] ?? ''}`,
        isLate: isOther || (record.endedAt > 0 && at > record.endedAt),
        startedIn: undefined,
        place,
      };
    });
  return foldRepeated(entries);
}

/** What is printed in time again and again shows once, with how often. */
function foldRepeated(entries: readonly TimelineEntry[]): TimelineEntry[] {
  const inTime = new Map<string, TimelineEntry[]>();
  for (const entry of entries.filter(({ isLate }) => !isLate))
    inTime.set(entry.text, [...(inTime.get(entry.text) ?? []), entry]);
  const folded = [...inTime.values()].flatMap(([first, ...others]) => {
    if (first === undefined) return [];
    const times = others.length === 0 ? '' : `  (${others.length + 1} times)`;
    return [{ ...first, text: first.text + times }];
  });
  return [...folded, ...entries.filter(({ isLate }) => isLate)];
}

function lateEntry(
  event: LateEvent,
  record: InvocationRecord,
  invocations: readonly InvocationRecord[],
): TimelineEntry {
  const at = invocations.find(({ index }) => index === (event.ranIn ?? record.index)) ?? record;
  return {
    invocation: at.index,
    offsetMs: event.at - at.startedAt,
    text: `${resourceName(event.resource.type, event.what === 'ran')} ${event.what}${event.ranIn === undefined ? ' while idle' : ''}`,
    isLate: true,
    startedIn: event.resource.owner,
    place: event.resource.frames[0],
  };
}

/** What a finding is about. A chain of promises of one line shows once. */
function leakingEvents({ observation }: InvocationRecord, leaks: readonly Finding[]): LateEvent[] {
  const events = (observation?.late ?? []).filter((event) => leaks.some((leak) => isAbout(leak, event)));
  const isRepeated = (event: LateEvent, index: number): boolean =>
    event.resource.type === 'PROMISE' && events.findIndex((other) => isSameLine(other, event)) < index;
  return events.filter((event, index) => !isRepeated(event, index));
}

function isAbout({ resource, inner, outer }: Finding, event: LateEvent): boolean {
  const { type, frames } = event.resource;
  const [innermost, outermost] = [frames[0], frames.at(-1)];
  if (resource !== type || innermost === undefined) return false;
  // A function that ran late is named by its own line, and by the one in the handler that caused it.
  return placeKey(innermost) === placeKey(inner) || placeKey(outermost) === placeKey(outer);
}

function isSameLine(left: LateEvent, right: LateEvent): boolean {
  return (
    left.ranIn === right.ranIn &&
    left.resource.owner === right.resource.owner &&
    placeKey(left.resource.frames[0]) === placeKey(right.resource.frames[0])
  );
}
