import * as t from '@babel/types';
import { endOf } from '../../syntax/syntax-file.js';
import { unwrap } from '../../syntax/unwrap.js';
import { connectionEndedBy, queuedConnectionOf } from '../queued-connection.js';
import { siblingsBehind } from './code-behind.js';
import type { Conversion } from './conversion.js';
import { deeper } from './layout.js';
import type { Next, Place } from './place.js';
import type { Converters, Step } from './step.js';

function awaitedEnd(c: Conversion, name: string): string {
  return `await new Promise((resolve) => ${name}.end(resolve))${c.file.style.semicolon}`;
}

/**
 * Writes `connection.end();` so that the function waits for it, as the empty event loop does today.
 *
 * @returns false when the step is something else, or the function isn't converted as a whole
 */
export function convertEnd(c: Conversion, step: Step): boolean {
  const connection = connectionEndedBy(c.file, step.expression);
  const isWhole = c.completions.names.call === undefined;
  if (!connection || !isWhole || step.isReturned || step.node === step.expression) return false;
  c.needsAsync = true;
  c.awaited.push(unwrap(step.expression));
  c.replace(step.start, step.end, awaitedEnd(c, connection.name));
  return true;
}

/**
 * Writes `connection.query(…, callback); connection.end();` with the end in a `finally` block: a connection with a
 * queue ends when the query has, whatever comes of it, and the callback sees nothing of that.
 *
 * @returns false when something else follows the step
 */
export function convertWithReleaseBehind(
  c: Conversion,
  step: Step,
  next: Next,
  place: Place,
  convert: Converters,
): boolean {
  const { file } = c;
  const [release, ...more] = siblingsBehind(c, step, next) ?? [];
  const call = unwrap(step.expression);
  const connection = queuedConnectionOf(file, call);
  if (!t.isExpressionStatement(release) || more.length > 0 || !connection || step.isReturned) return false;
  if (connectionEndedBy(file, release.expression) !== connection || !t.isCallExpression(call)) return false;
  const callback = call.arguments.at(-1);
  const isAskedAgain = connection.references.some((use) => callback && file.contains(callback, use));
  if (!callback || isAskedAgain || file.commentsIn(step.end, endOf(release)).length > 0) return false;
  const { lineEnd } = file.style;
  const inner = deeper(c, place.indent);
  c.edits.insert(step.start, `try {${lineEnd}${inner}`);
  c.edits.reindent(step.start, step.end, 1);
  const shift = place.shift + 1;
  convert.step(c, step, { ...place, indent: inner, shift, scope: callback, isFunctionEnd: false }, []);
  c.awaited.push(unwrap(release.expression));
  const end = `${lineEnd}${inner}${awaitedEnd(c, connection.name)}${lineEnd}${place.indent}}`;
  c.replace(step.end, endOf(release), `${lineEnd}${place.indent}} finally {${end}`);
  return true;
}
