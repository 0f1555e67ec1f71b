import type { Paint } from './colour.js';
import type { ReportedFinding } from './report.js';

const MARKS = {
  fixed: 'green',
  withheld: 'yellow',
  refused: 'yellow',
  reverted: 'red',
  ignored: 'dim',
} as const;

/**
 * One line what, one line why.
 *
 * ```
 * src/get.js:12:3 refused await-floating-promises: promise is not awaited (has type `Promise<void>`)
 *   not-convertible: there is no equal async form for this shape: a constructor
 * ```
 */
export function formatFinding(finding: ReportedFinding, paint: Paint): string {
  const { file, line, column, status, transform, message, reason, reasonMessage, places } = finding;
  const head = `${paint('bold', `${file}:${line}:${column}`)} ${paint(MARKS[status], status)} ${transform}: ${message}`;
  const why = reason === null ? [] : [`  ${reason}: ${reasonMessage ?? ''}`];
  const where = places.map((place) => `    at ${place.file}:${place.line}:${place.column}`);
  return [head, ...why, ...where].join('\n');
}
