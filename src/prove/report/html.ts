import path from 'node:path';

import type { Finding } from '../findings/finding.js';
import { describeOutcome } from '../outcome.js';
import { growthChart, highestCount } from './html-chart.js';
import { style } from './html-style.js';
import { escapeHtml } from '../../report/html-text.js';
import { longestTime, timelineChart } from './html-timeline.js';
import { placeText } from './place-text.js';
import type { ProveReport } from './report.js';
import type { Run } from './timeline.js';
import { verdict } from './verdict.js';
import { counted, describeOccurrences, meanings, resourceName } from './wording.js';

/** One version of the handler on the page. */
interface Side extends Run {
  title: string;
  handler: string;
}

/** The report as one page without anything to load: the timeline and the growth, before and after side by side. */
export function htmlReport(report: ProveReport): string {
  const sides = sidesOf(report);
  const longest = Math.max(...sides.map(longestTime));
  const highest = Math.max(...sides.map(({ invocations }) => highestCount(invocations)));
  const name = escapeHtml(path.basename(report.handler));
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${name} · leakfix prove</title>
<style>${style}</style>
</head>
<body>
<h1>${name}</h1>
<p class="facts">${report.runtime}, ${counted(report.invocations.length, 'invocation')}, ${report.mode === 'freeze' ? 'stopped' : 'watched'} between invocations</p>
<p class="verdict ${report.isProven ? 'proven' : 'not-proven'}">${escapeHtml(verdict(report))}</p>
${differences(report)}
<div class="sides">
${sides.map((side) => sideSection(side, report.root, longest, highest)).join('\n')}
</div>
</body>
</html>
`;
}

function sidesOf(report: ProveReport): Side[] {
  const { handler, invocations, findings, before } = report;
  if (before === undefined) return [{ title: 'Handler', handler, invocations, findings }];
  return [
    { title: 'Before', ...before },
    { title: 'After', handler, invocations, findings },
  ];
}

function sideSection(side: Side, root: string, longest: number, highest: number): string {
  const { title, handler, invocations, findings } = side;
  const shown = findings.length === 0 ? '<p class="muted">Nothing outlived its invocation.</p>' : '';
  return `<section class="side">
<h2>${title}</h2>
<code>${escapeHtml(handler)}</code>
<h3>Timeline, one lane for each invocation</h3>
${timelineChart(side, longest)}
<h3>Open after each invocation</h3>
${growthChart(invocations, highest)}
<h3>Findings</h3>
${shown}${findings.map((finding) => findingBlock(finding, root)).join('\n')}
</section>`;
}

function findingBlock(finding: Finding, root: string): string {
  const { kind, severity, resource, inner, outer, detail, occurrences } = finding;
  const places = [
    ...new Set([inner, outer].flatMap((frame) => (frame === undefined ? [] : [placeText(frame, root)]))),
  ];
  return `<div class="finding ${severity}">
<p><span class="kind">${kind}</span> <span class="muted">${severity}</span></p>
<p>${escapeHtml(`${resourceName(resource, kind === 'late-execution')} ${meanings[kind]}`)}</p>
<p class="muted">${escapeHtml([describeOccurrences(occurrences), detail].filter(Boolean).join('; '))}</p>
${places.map((place) => `<p><code>${escapeHtml(place)}</code></p>`).join('')}
</div>`;
}

function differences({ differences: found }: ProveReport): string {
  if (found === undefined || found.length === 0) return '';
  const rows = found.map(
    ({ invocation, before, after }) =>
      `<tr><td>${invocation}</td><td><code>${escapeHtml(describeOutcome(before))}</code></td><td><code>${escapeHtml(describeOutcome(after))}</code></td></tr>`,
  );
  return `<h2>Answers that differ</h2><table><tr><th>Invocation</th><th>Before</th><th>After</th></tr>${rows.join('')}</table>`;
}
