import * as t from '@babel/types';
import { memberName, unwrap } from '../../syntax/unwrap.js';
import { coroutineRunBy } from '../coroutine.js';
import { findOwnThisOrArguments } from '../own-this.js';
import { type Chain, isPromiseChain, readChain } from './chain-shape.js';
import type { Conversion } from './conversion.js';
import { convertYields } from './generator-body.js';
import { inlineOver } from './inline-body.js';
import { bindingsDeclaredIn, moveName } from './names.js';
import type { Next, Place } from './place.js';
import { passesErrorOn } from './promise-chain.js';
import type { Converters, Step } from './step.js';

/**
 * Writes a function that is run at once, and whose failure is the callback's, as statements of the function around it:
 * `co(function* () { … callback(null, yield rows()); }).catch(callback)`.
 *
 * @returns false when the step is no such chain
 */
export function convertCoroutine(
  c: Conversion,
  step: Step,
  place: Place,
  next: Next,
  convert: Converters,
): boolean {
  if (!t.isStatement(step.node) || !step.isInList || place.isCaught || next.length > 0) return false;
  const chain = chainOf(c, step.expression);
  const fn = chain && coroutineRunBy(c.file, chain.promise);
  if (!chain || !fn || fn.params.length > 0 || findOwnThisOrArguments(c.file, fn)) return false;
  const { onValue, onError } = chain;
  const failure = passesErrorOn(c, onError);
  const answersWithValue = onValue.kind === 'completion';
  if (onValue.kind === 'function' || (onError.kind !== 'none' && !failure)) return false;
  if (answersWithValue && c.completions.isIn(fn)) return false;
  if (hasDirectives(fn) || (t.isFunctionExpression(fn) && fn.id)) return false;
  if (failure) c.understand(failure);
  if (answersWithValue) c.understand(onValue.identifier);
  c.needsAsync = true;
  const run = unwrap(chain.promise);
  c.awaited.push(run, unwrap(step.expression));
  if (fn.generator && t.isCallExpression(run)) c.droppedArguments.push(run.callee);
  if (fn.generator) convertYields(c, fn);
  for (const binding of bindingsDeclaredIn(c.file, fn)) moveName(c, binding, place.scope, fn);
  const isAnswer = answersWithValue || (isPassedOut(step, place) && !takesValue(c, chain.promise));
  const answer = place.returned === 'awaited-answer' ? place.returned : 'answer';
  const body: Place = { ...place, rest: [], returned: isAnswer ? answer : 'awaited' };
  inlineOver(c, step.node, fn, body, convert);
  return true;
}

/** The chain, or the call alone: nobody handles its failure then. */
function chainOf(c: Conversion, expression: t.Expression): Chain | undefined {
  if (isPromiseChain(expression)) return readChain(c, expression);
  const none = { kind: 'none' } as const;
  return { promise: expression, onValue: none, onError: none, coversBoth: false };
}

/** Is the chain's value the answer of the function, when nothing else was? */
function isPassedOut({ isReturned }: Step, { returned }: Place): boolean {
  return isReturned && /^(?:awaited-answer|answer|promise-is-answer)$/.test(returned);
}

/** `promise.then(() => …)` gives nothing of the promise's value on. */
function takesValue({ file }: Conversion, promise: t.Expression): boolean {
  const member = file.parentOf(promise);
  const call = member && file.parentOf(member);
  if (!t.isMemberExpression(member) || !t.isCallExpression(call) || memberName(member) !== 'then')
    return false;
  const [first] = call.arguments;
  return first !== undefined && !t.isNullLiteral(first) && !file.isGlobal(first, 'undefined');
}

function hasDirectives({ body }: t.FunctionExpression | t.ArrowFunctionExpression): boolean {
  return t.isBlockStatement(body) && body.directives.length > 0;
}
