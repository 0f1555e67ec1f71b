import type { InvocationRecord } from '../host/invocation-record.js';
import { describeOutcome } from '../outcome.js';
import { escapeHtml } from '../../report/html-text.js';
import { timelineOf, type Run, type TimelineEntry } from './timeline.js';
import { offsetText } from './wording.js';

const WIDTH = 520;
const LANE = 26;
const LEFT = 34;
const RIGHT = 10;
const AXIS = 22;

/** More lanes than this say nothing more. */
const MOST_LANES = 20;

/** How far the time axis has to go, in milliseconds from the start of an invocation. */
export function longestTime({ invocations, findings }: Run): number {
  const shown = invocations.slice(0, MOST_LANES);
  const entries = timelineOf({ invocations: shown, findings }).map(({ offsetMs }) => offsetMs);
  return Math.max(1, ...shown.map(({ startedAt, endedAt }) => endedAt - startedAt), ...entries) * 1.05;
}

/**
 * One lane for each invocation, as SVG: the bar is the invocation, a mark in red is work of an invocation that
 * was over.
 * @param longest the end of the time axis, the same for timelines that stand side by side
 */
export function timelineChart({ invocations, findings }: Run, longest: number): string {
  const shown = invocations.slice(0, MOST_LANES);
  const x = (ms: number): number => LEFT + (Math.max(0, ms) / longest) * (WIDTH - LEFT - RIGHT);
  const entries = timelineOf({ invocations: shown, findings });
  const lanes = shown.map((record, lane) => {
    const middle = lane * LANE + LANE / 2;
    const own = entries.filter(({ invocation }) => invocation === record.index);
    return [
      `<text x="${LEFT - 8}" y="${middle + 4}" text-anchor="end">${record.index}</text>`,
      `<line class="grid" x1="${LEFT}" x2="${WIDTH - RIGHT}" y1="${middle}" y2="${middle}"/>`,
      invocationBar(record, middle, x),
      ...own.map((entry) => mark(entry, middle, x)),
    ].join('');
  });
  const height = shown.length * LANE + AXIS;
  const axis = [0, longest / 2, longest]
    .map(
      (ms) =>
        `<text x="${x(ms).toFixed(1)}" y="${height - 6}" text-anchor="${anchor(ms, longest)}">${ms.toFixed(0)} ms</text>`,
    )
    .join('');
  return `<svg class="timeline" viewBox="0 0 ${WIDTH} ${height}" role="img" aria-label="what ran when, one lane for each invocation">${lanes.join('')}${axis}</svg>`;
}

function invocationBar(record: InvocationRecord, middle: number, x: (ms: number) => number): string {
  const width = Math.max(3, x(record.endedAt - record.startedAt) - x(0));
  const title = escapeHtml(`invocation ${record.index}: ${describeOutcome(record.outcome)}`);
  return `<rect class="invocation ${record.outcome.kind}" x="${x(0)}" y="${middle - 7}" width="${width.toFixed(1)}" height="14" rx="2"><title>${title}</title></rect>`;
}

function mark(entry: TimelineEntry, middle: number, x: (ms: number) => number): string {
  const owner = entry.startedIn === undefined ? '' : `, started in invocation ${entry.startedIn}`;
  const place = entry.place === undefined ? '' : `, line ${entry.place.line}`;
  const title = escapeHtml(`${offsetText(entry.offsetMs)} ${entry.text}${owner}${place}`);
  const centre = x(entry.offsetMs).toFixed(1);
  const circle = `<circle class="${entry.isLate ? 'late' : 'log'}" cx="${centre}" cy="${middle}" r="4"><title>${title}</title></circle>`;
  const isOfOther = entry.startedIn !== undefined && entry.startedIn !== entry.invocation;
  if (!isOfOther) return circle;
  return `${circle}<text class="from" x="${centre}" y="${middle - 6}" text-anchor="middle">from ${entry.startedIn}</text>`;
}

function anchor(ms: number, longest: number): string {
  if (ms === 0) return 'start';
  return ms === longest ? 'end' : 'middle';
}
