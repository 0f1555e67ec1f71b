import * as t from '@babel/types';
import { endOf, startOf } from '../../syntax/syntax-file.js';
import { unwrap } from '../../syntax/unwrap.js';
import { calledFunction } from '../called-function.js';
import { givesResultOfArgument } from '../result-of-argument.js';
import { Conversion } from './conversion.js';
import type { Next, Place } from './place.js';
import { asyncKeyword } from './signature.js';
import type { Converters, Step } from './step.js';

/**
 * Writes the call of a function that runs the one it is given and passes its result on, where that one finishes this
 * function: `withClient(() => …callback(null, data)…)` becomes `return withClient(async () => { … return data; })`.
 *
 * @returns false when the step is no such call
 */
export function convertPassedFunction(
  c: Conversion,
  step: Step,
  place: Place,
  next: Next,
  convert: Converters,
): boolean {
  const call = unwrap(step.expression);
  if (!t.isCallExpression(call)) return false;
  const index = call.arguments.findIndex((argument) => c.completions.isIn(argument));
  const fn = unwrap(call.arguments[index] ?? call);
  const isAlone = call.arguments.every((argument, other) => other === index || !c.completions.isIn(argument));
  if (!t.isArrowFunctionExpression(fn) || fn.generator || !isAlone) return false;
  const called = calledFunction(c.context, c.file, call);
  if (!called || !givesResultOfArgument(c.context, called, index)) return false;
  if (next.length > 0) c.refuse('not-convertible', 'code after the call runs before it', step.node);
  if (place.isCaught)
    c.refuse('not-convertible', 'the call stands in a try block that would catch its errors too', call);
  const inner = new Conversion(c.context, c.file, fn, c.completions.names, c);
  convert.body(inner, fn.async ? 'answer' : 'promise-is-answer');
  if (inner.needsAsync) for (const edit of asyncKeyword(c.file, fn)) c.edits.insert(edit.start, edit.text);
  c.awaited.push(call);
  c.replace(step.start, startOf(call), 'return ');
  c.replace(endOf(call), step.end, c.file.style.semicolon);
  return true;
}
