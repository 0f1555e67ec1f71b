import * as t from '@babel/types';
import { endOf, startOf } from '../../syntax/syntax-file.js';
import { unwrap } from '../../syntax/unwrap.js';
import { findOwnThisOrArguments } from '../own-this.js';
import { timerCallOf } from '../timer/timer-call.js';
import type { Conversion } from './conversion.js';
import { type InlinedFunction, inlineBody } from './inline-body.js';
import { bindingsDeclaredIn, moveName } from './names.js';
import type { Next, Place } from './place.js';
import type { Converters, Step } from './step.js';

/** A timer that runs a function once. */
interface Delayed {
  readonly fn: InlinedFunction;
  readonly delay: t.Expression | undefined;
}

function readDelayed(c: Conversion, call: t.CallExpression): Delayed | undefined {
  const timer = timerCallOf(c.file, call);
  const fn = timer && unwrap(timer.callback);
  const isOnce = timer?.name === 'setTimeout' || timer?.name === 'setImmediate';
  const isPlain = t.isArrowFunctionExpression(fn) || (t.isFunctionExpression(fn) && !fn.id);
  if (!isOnce || !isPlain || timer.args.length > 0 || fn.async || fn.generator || fn.params.length > 0)
    return undefined;
  return { fn, delay: timer.delay };
}

/**
 * Writes a timer that finishes the function: `await new Promise((resolve) => setTimeout(resolve, 20));`, and what the
 * timer does behind it.
 *
 * @returns false when the step is no such timer, or other code goes on meanwhile
 */
export function convertDelayed(
  c: Conversion,
  step: Step,
  place: Place,
  next: Next,
  convert: Converters,
): boolean {
  const { file } = c;
  const { callback, context } = c.completions.names;
  if (!callback && !context) return false;
  const call = unwrap(step.expression);
  const delayed = t.isCallExpression(call) ? readDelayed(c, call) : undefined;
  if (!delayed || !t.isCallExpression(call) || next.length > 0 || !step.isInList) return false;
  if (place.isCaught) c.refuse('not-convertible', 'an exception of the timer would be caught here', call);
  const { fn, delay } = delayed;
  const isOdd =
    findOwnThisOrArguments(file, fn) !== undefined ||
    (t.isBlockStatement(fn.body) && fn.body.directives.length > 0) ||
    (delay !== undefined && c.completions.isIn(delay)) ||
    file.commentsIn(endOf(fn), step.end).length > 0;
  if (isOdd || file.freshName('resolve') !== 'resolve') return false;
  c.needsAsync = true;
  c.awaited.push(call);
  for (const binding of bindingsDeclaredIn(file, fn)) moveName(c, binding, place.scope, fn);
  const { semicolon } = file.style;
  const rest = delay ? `, ${c.textOf(delay)}` : '';
  const timer = `${file.slice(call.callee)}(resolve${rest})`;
  c.replace(step.start, startOf(call), '');
  const before = { from: startOf(call), text: `await new Promise((resolve) => ${timer})${semicolon}` };
  const body: Place = { ...place, rest: [], returned: 'dropped' };
  inlineBody(c, fn, body, before, { end: step.end, text: '' }, convert);
  return true;
}
