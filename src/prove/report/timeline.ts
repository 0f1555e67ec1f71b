import { placeKey } from '../findings/finding.js';
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

/** What happened when: the answers, what was printed, and what ran late, in the order of time. */
export function timelineOf({ invocations }: { invocations: readonly InvocationRecord[] }): TimelineEntry[] {
  const owners = new Map(invocations.map(({ requestId, index }) => [requestId, index]));
  const entries = invocations.flatMap((record) => [
    ...logEntries(record, owners),
    ...worthShowing(record.observation?.late ?? []).map((event) => lateEntry(event, record, invocations)),
  ]);
  return entries.sort((left, right) => left.invocation - right.invocation || left.offsetMs - right.offsetMs);
}

function logEntries(record: InvocationRecord, owners: ReadonlyMap<string, number>): TimelineEntry[] {
  return record.logs
    .filter(({ level }) => level !== 'error')
    .map(({ at, text, requestId }) => {
      const under = owners.get(requestId);
      const isOther = under !== undefined && under !== record.index;
      return {
        invocation: record.index,
        offsetMs: at - record.startedAt,
        text: `log${isOther ? ` (under the request id of ${under})` : ''}: ${text.split('\n')[0] ?? ''}`,
        isLate: isOther || (record.endedAt > 0 && at > record.endedAt),
        startedIn: undefined,
        place: undefined,
      };
    });
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
    text: `${resourceName(event.resource.type)} ${event.what}${event.ranIn === undefined ? ' while idle' : ''}`,
    isLate: true,
    startedIn: event.resource.owner,
    place: event.resource.frames[0],
  };
}

/**
 * Without a line of the user's it is a library's; and promises only repeat what settled them. A chain of promises of
 * one line shows once.
 */
function worthShowing(events: readonly LateEvent[]): LateEvent[] {
  const ofUser = events.filter(({ resource }) => resource.frames.length > 0 && resource.owner > 0);
  const causes = ofUser.filter(({ resource }) => resource.type !== 'PROMISE');
  if (causes.length > 0) return causes;
  const settled = ofUser.filter(({ what }) => what === 'settled');
  return settled.filter((event, index) => settled.findIndex((other) => isSameLine(other, event)) === index);
}

function isSameLine(left: LateEvent, right: LateEvent): boolean {
  return (
    left.ranIn === right.ranIn &&
    left.resource.owner === right.resource.owner &&
    placeKey(left.resource.frames[0]) === placeKey(right.resource.frames[0])
  );
}
