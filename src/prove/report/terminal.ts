import type { Paint } from '../../report/colour.js';
import type { Finding, Severity } from '../findings/finding.js';
import type { InvocationRecord } from '../host/invocation-record.js';
import { describeOutcome } from '../outcome.js';
import type { ProveReport } from './report.js';
import { placeText } from './place-text.js';
import { timelineOf, type TimelineEntry } from './timeline.js';
import { verdict } from './verdict.js';
import { counted, describeOccurrences, meanings, offsetText, resourceName } from './wording.js';

/** So much of a body is enough to recognise it. */
const BODY_WIDTH = 80;

/** More invocations than this are summed up. */
const MOST_LISTED = 12;

/** The report as text, for people. */
export function terminalReport(report: ProveReport, paint: Paint): string {
  const lines = [
    `${paint('bold', report.handler)}  ${report.runtime}, ${counted(report.invocations.length, 'invocation')}, ${report.mode}`,
    '',
    ...timelineLines(report, paint),
    '',
    ...report.findings.flatMap((finding) => findingLines(finding, report.root, paint)),
    ...differenceLines(report, paint),
    paint(report.isProven ? 'green' : 'red', verdict(report)),
  ];
  return `${lines.join('\n')}\n`;
}

function timelineLines(report: ProveReport, paint: Paint): string[] {
  const { invocations } = report;
  const entries = timelineOf(report);
  const listed = invocations.filter(
    ({ index }) => index <= MOST_LISTED || isFirstOfItsOutcome(index, invocations),
  );
  const lines = listed.flatMap((record) => [
    invocationLine(record, paint),
    ...entries
      .filter(({ invocation }) => invocation === record.index)
      .map((entry) => entryLine(entry, report.root, paint)),
  ]);
  const hidden = invocations.length - listed.length;
  return hidden === 0 ? lines : [...lines, paint('dim', `  … and ${hidden} more like those before them`)];
}

/** Where a long run takes a turn. */
function isFirstOfItsOutcome(index: number, invocations: readonly InvocationRecord[]): boolean {
  const [previous, current] = [invocations[index - 2], invocations[index - 1]];
  return previous !== undefined && current !== undefined && previous.outcome.kind !== current.outcome.kind;
}

function invocationLine(
  { index, outcome, startedAt, endedAt, descriptors }: InvocationRecord,
  paint: Paint,
): string {
  const text = describeOutcome(outcome);
  const short = text.length > BODY_WIDTH ? `${text.slice(0, BODY_WIDTH)}…` : text;
  const files = descriptors === undefined ? '' : `  ${descriptors} fds`;
  const colour = outcome.kind === 'response' ? 'green' : 'yellow';
  const duration = `${(endedAt - startedAt).toFixed(1)} ms`.padStart(9);
  return `${String(index).padStart(4)} ${duration}  ${paint(colour, short)}${paint('dim', files)}`;
}

function entryLine(entry: TimelineEntry, root: string, paint: Paint): string {
  const offset = offsetText(entry.offsetMs).padStart(11);
  const owner = entry.startedIn === undefined ? '' : `, started in invocation ${entry.startedIn}`;
  const where = entry.place === undefined ? '' : `  ${placeText(entry.place, root)}`;
  const colour = entry.isLate ? 'red' : 'dim';
  return `     ${offset}  ${paint(colour, `${entry.text}${owner}`)}${paint('dim', where)}`;
}

function findingLines(finding: Finding, root: string, paint: Paint): string[] {
  const { kind, severity, resource, inner, outer, detail, occurrences } = finding;
  const what = `${resourceName(resource, kind === 'late-execution')} ${meanings[kind]}`;
  const lines = [
    `${paint(severityStyle(severity), severity.padEnd(7))} ${paint('bold', kind)}  ${what}`,
    `        ${describeOccurrences(occurrences)}${detail === '' ? '' : `; ${detail}`}`,
  ];
  if (inner !== undefined) {
    const isSame = outer === undefined || (outer.file === inner.file && outer.line === inner.line);
    lines.push(`        ${placeText(inner, root)}${isSame ? '' : `  <-  ${placeText(outer, root)}`}`);
  }
  return [...lines, ''];
}

function differenceLines({ differences }: ProveReport, paint: Paint): string[] {
  return (differences ?? []).flatMap(({ invocation, before, after }) => [
    `${paint('red', 'differs')} in invocation ${invocation}`,
    `        before: ${describeOutcome(before)}`,
    `        after:  ${describeOutcome(after)}`,
    '',
  ]);
}

function severityStyle(severity: Severity): Parameters<Paint>[0] {
  return severity === 'error' ? 'red' : severity === 'warning' ? 'yellow' : 'dim';
}
