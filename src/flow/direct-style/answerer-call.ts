import * as t from '@babel/types';
import { startOf } from '../../syntax/syntax-file.js';
import { unwrap } from '../../syntax/unwrap.js';
import type { TransformContext } from '../../transform.js';
import { calledFunction } from '../called-function.js';
import type { Conversion } from './conversion.js';
import { effectOfNext } from './effects.js';
import { withoutArgument } from './signature.js';
import type { Next, Place } from './place.js';
import type { Step } from './step.js';

/** Functions that are about to return what they give to their callback, with the index of its parameter. */
export type Answerers = ReadonlyMap<t.Function, number>;

const answerersOf = new WeakMap<TransformContext, Answerers>();

/** The same project, in which these functions return an answer instead of taking a callback. */
export function assumingAnswerers(context: TransformContext, answerers: Answerers): TransformContext {
  const assuming = { ...context };
  answerersOf.set(assuming, answerers);
  return assuming;
}

/** An answerer is called, and given the callback of the function that is converted. */
interface AnswererCall {
  readonly call: t.CallExpression;
  readonly index: number;
  readonly passed: t.Identifier;
}

function answererCall(c: Conversion, expression: t.Expression): AnswererCall | undefined {
  const call = unwrap(expression);
  const answerers = answerersOf.get(c.context);
  if (!answerers || !t.isCallExpression(call)) return undefined;
  const index = call.arguments.findIndex((argument) => c.completions.asCallback(argument));
  const argument = call.arguments[index];
  const passed = argument && c.completions.asCallback(argument);
  const called = passed && calledFunction(c.context, c.file, call);
  return called && answerers.get(called.fn) === index ? { call, index, passed } : undefined;
}

function dropCallback(c: Conversion, { call, index, passed }: AnswererCall): void {
  c.understand(passed);
  for (const { start, end, text } of withoutArgument(call, index)) c.replace(start, end, text);
}

/**
 * Writes the call of an answerer as `return answer(…)`.
 *
 * @returns false when the step is no such call
 */
export function convertAnswererCall(c: Conversion, step: Step, place: Place, next: Next): boolean {
  const answering = answererCall(c, step.expression);
  if (!answering) return false;
  if (effectOfNext(c.file, c.completions, next) !== 'none')
    c.refuse('not-convertible', 'code after the call still runs today', step.node);
  if (place.isCaught)
    c.refuse('not-convertible', 'the call stands in a try block that would catch its errors', answering.call);
  dropCallback(c, answering);
  c.replace(step.start, startOf(answering.call), 'return ');
  return true;
}

/** An arrow's expression body that calls an answerer stays an expression. */
export function convertAnsweringBody(c: Conversion, body: t.Expression): boolean {
  const answering = answererCall(c, body);
  if (answering) dropCallback(c, answering);
  return answering !== undefined;
}
