import type { InvocationRecord } from '../host/invocation-record.js';

const WIDTH = 520;
const HEIGHT = 200;
const MARGIN = { left: 44, right: 12, top: 12, bottom: 34 };

interface Series {
  name: 'handles' | 'descriptors';
  label: string;
  /** Invocation and count. */
  points: [number, number][];
}

/** The counts of the run, for the scale that two charts share. */
export function highestCount(invocations: readonly InvocationRecord[]): number {
  return Math.max(1, ...seriesOf(invocations).flatMap(({ points }) => points.map(([, count]) => count)));
}

/**
 * Open handles and file descriptors over the invocations, as SVG.
 * @param highest the top of the scale, the same for charts that stand side by side
 */
export function growthChart(invocations: readonly InvocationRecord[], highest: number): string {
  const series = seriesOf(invocations).filter(({ points }) => points.length > 0);
  const last = Math.max(2, invocations.length);
  const x = (invocation: number): number =>
    MARGIN.left + ((invocation - 1) / (last - 1)) * (WIDTH - MARGIN.left - MARGIN.right);
  const y = (count: number): number =>
    HEIGHT - MARGIN.bottom - (count / highest) * (HEIGHT - MARGIN.top - MARGIN.bottom);
  const lines = series.map(({ name, points }) => {
    const path = points.map(([invocation, count]) => `${round(x(invocation))},${round(y(count))}`).join(' ');
    const dots =
      points.length > 30 ? '' : points.map(([i, count]) => dot(x(i), y(count), `${count}`)).join('');
    return `<g class="${name}"><polyline points="${path}"/>${dots}</g>`;
  });
  const ticks = [0, Math.round(highest / 2), highest].map(
    (count) =>
      `<line class="grid" x1="${MARGIN.left}" x2="${WIDTH - MARGIN.right}" y1="${round(y(count))}" y2="${round(y(count))}"/>` +
      `<text x="${MARGIN.left - 6}" y="${round(y(count) + 4)}" text-anchor="end">${count}</text>`,
  );
  const labels = [1, last].map(
    (invocation) =>
      `<text x="${round(x(invocation))}" y="${HEIGHT - MARGIN.bottom + 16}" text-anchor="middle">${invocation}</text>`,
  );
  const legend = series.map(
    ({ name, label }, index) =>
      `<g class="${name}"><rect x="${MARGIN.left + index * 150}" y="${HEIGHT - 12}" width="10" height="10"/>` +
      `<text x="${MARGIN.left + 15 + index * 150}" y="${HEIGHT - 3}">${label}</text></g>`,
  );
  return `<svg class="chart" viewBox="0 0 ${WIDTH} ${HEIGHT}" role="img" aria-label="open handles and file descriptors after each invocation">${[...ticks, ...labels, ...lines, ...legend].join('')}</svg>`;
}

function seriesOf(invocations: readonly InvocationRecord[]): Series[] {
  return [
    {
      name: 'handles',
      label: 'open handles',
      points: invocations.flatMap(({ index, observation }) =>
        observation === undefined ? [] : [[index, observation.handles.length]],
      ),
    },
    {
      name: 'descriptors',
      label: 'file descriptors',
      points: invocations.flatMap(({ index, descriptors }) =>
        descriptors === undefined ? [] : [[index, descriptors]],
      ),
    },
  ];
}

function dot(x: number, y: number, title: string): string {
  return `<circle cx="${round(x)}" cy="${round(y)}" r="3"><title>${title}</title></circle>`;
}

function round(value: number): string {
  return value.toFixed(1);
}
