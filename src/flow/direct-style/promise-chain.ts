import * as t from '@babel/types';
import { endOf, startOf } from '../../syntax/syntax-file.js';
import { unwrap } from '../../syntax/unwrap.js';
import { findOwnThisOrArguments } from '../own-this.js';
import {
  type Chain,
  lastLink,
  type LastWords,
  lastWordsOf,
  onlyExpression,
  type Reaction,
  readChain,
} from './chain-shape.js';
import { codeBehind } from './code-behind.js';
import type { Conversion } from './conversion.js';
import { isDroppable } from './dropped-argument.js';
import { effectOfNext, isHarmless } from './effects.js';
import { beginTry, caughtIn, declarationFor, moveNames, writeAwait, type Writing } from './chain-text.js';
import { type InlinedFunction, inlineBody } from './inline-body.js';
import { canBeFinally, writeFinally } from './last-words.js';
import { deeper } from './layout.js';
import type { Next, Place } from './place.js';
import type { Converters, Step } from './step.js';
import { writeTwoWays } from './two-ways.js';

function refuseOdd(c: Conversion, { fn }: { readonly fn: InlinedFunction }): boolean {
  const own = findOwnThisOrArguments(c.file, fn);
  const [parameter] = fn.params;
  const isOdd =
    fn.generator ||
    fn.params.length > 1 ||
    (parameter !== undefined &&
      !t.isIdentifier(parameter) &&
      !t.isObjectPattern(parameter) &&
      !t.isArrayPattern(parameter)) ||
    (t.isBlockStatement(fn.body) && fn.body.directives.length > 0);
  if (isOdd || own)
    c.refuse(
      'not-convertible',
      own ? `the callback uses \`${c.file.slice(own)}\`` : 'a callback of an unusual form',
      fn,
    );
  return isOdd || own !== undefined;
}

/** Is the error handed on as it is, so that an awaited promise needs no `catch`? */
export function passesErrorOn(c: Conversion, reaction: Reaction): t.Identifier | undefined {
  if (reaction.kind === 'completion') return reaction.identifier;
  if (reaction.kind !== 'function') return undefined;
  const [parameter] = reaction.fn.params;
  const expression = onlyExpression(reaction.fn);
  if (!expression || !t.isIdentifier(parameter)) return undefined;
  const completion = c.completions.completionOf(expression);
  const isSame = completion?.error && t.isIdentifier(completion.error, { name: parameter.name });
  const hasComments = c.file.commentsIn(startOf(reaction.fn), endOf(reaction.fn)).length > 0;
  const dropped = completion?.call.arguments.slice(1) ?? [];
  if (!isSame || hasComments) return undefined;
  if (!dropped.every((argument) => isDroppable(c.file, argument, completion.error))) return undefined;
  c.droppedArguments.push(...dropped);
  return completion.identifier;
}

/**
 * Writes a promise chain that finishes the function as `await`, `try` and `catch`.
 *
 * @returns false when the step is no such chain
 */
export function convertPromiseChain(
  c: Conversion,
  step: Step,
  place: Place,
  next: Next,
  convert: Converters,
): boolean {
  if (t.isAwaitExpression(step.expression)) {
    const isLast = next.length === 0 && !place.isCaught;
    return (
      isLast &&
      convertPromiseChain(c, { ...step, expression: step.expression.argument }, place, next, convert)
    );
  }
  const lastWords = lastWordsOf(step.expression);
  const chain = readChain(c, lastWords?.chain ?? step.expression);
  if (!chain) return false;
  if (lastWords && !canBeFinally(c, lastWords, place)) return true;
  if (c.completions.isIn(chain.promise)) {
    c.refuse('not-convertible', 'a promise chain that goes on after it finished the function', chain.promise);
    return true;
  }
  const behind = next.length > 0 ? codeBehind(c, step, next, place) : undefined;
  if (next.length > 0 && !behind)
    c.refuse('not-convertible', 'code after the promise chain runs before it', step.node);
  const reactions = [chain.onValue, chain.onError];
  if (reactions.some((reaction) => reaction.kind === 'function' && refuseOdd(c, reaction))) return true;
  const writing = writingOf(c, { ...step, ...(behind && { behind }) }, chain, place, convert, lastWords);
  if (behind) c.replace(step.end, behind.end, '');
  joinLines(c, chain.promise);
  c.needsAsync = true;
  c.awaited.push(...callsOf(step.expression));
  const passedOn = passesErrorOn(c, chain.onError);
  const coversAll = chain.coversBoth || chain.onValue.kind !== 'function';
  const landsInCatch =
    step.isReturned &&
    (place.returned === 'awaited' || (place.returned === 'awaited-answer' && place.isCaught));
  if (place.isCaught && !landsInCatch) {
    // A rejection must not reach the catch around: the chain's own catch has to stay.
    if (chain.onError.kind === 'function' && coversAll) {
      doubtExceptions(c, chain.onError.fn);
      writeTryAround(writing, chain.onError.fn);
    } else
      c.refuse(
        'not-convertible',
        'the promise chain stands in a try block that would catch its errors too',
        step.node,
      );
    return true;
  }
  if (passedOn && !landsInCatch) c.understand(passedOn);
  if (chain.onError.kind === 'none' || (passedOn && !landsInCatch)) writeWithoutCatch(writing);
  else if (chain.onError.kind !== 'function')
    c.refuse('not-convertible', 'a rejection of the promise chain would be caught here', step.node);
  else if (chain.coversBoth || chain.onValue.kind !== 'function') writeTryAround(writing, chain.onError.fn);
  else writeTwoWays(writing, chain.onValue.fn, chain.onError.fn);
  return true;
}

/** What the last `catch` of a chain that nobody waits for throws reaches no other `catch` today. */
function doubtExceptions(c: Conversion, { body }: InlinedFunction): void {
  const effect = t.isBlockStatement(body)
    ? effectOfNext(c.file, c.completions, body.body)
    : effectOfNext(c.file, c.completions, [t.expressionStatement(body)]);
  if (!isHarmless(effect))
    c.doubt('answer-changes', 'an exception in the inner `catch` would be handled by the outer one', body);
}

/** The calls of a chain, the last one first. */
function callsOf(expression: t.Expression): readonly t.Expression[] {
  const lastWords = lastWordsOf(expression);
  if (lastWords) return [expression, ...callsOf(lastWords.chain)];
  const link = lastLink(expression);
  return link ? [link.call, ...callsOf(link.object)] : [expression];
}

function writingOf(
  c: Conversion,
  step: Step,
  chain: Chain,
  place: Place,
  convert: Converters,
  lastWords: LastWords | undefined,
): Writing {
  const isAnswer = step.isReturned && /^(?:awaited-answer|answer|promise-is-answer)$/.test(place.returned);
  const isInTry = lastWords !== undefined || place.returned === 'awaited-answer';
  const returned = isAnswer ? (isInTry ? 'awaited-answer' : 'answer') : 'awaited';
  const body: Place = { ...place, rest: [], returned };
  const end = lastWords ? startOf(lastWords.fn) : step.end;
  return { c, step, chain, lastWords, end, place, convert, body };
}

/** What is left of a chain on lines of its own is one call: `table⏎.get(…)` becomes `table.get(…)`. */
function joinLines(c: Conversion, promise: t.Expression): void {
  const call = unwrap(promise);
  const callee = t.isCallExpression(call) ? unwrap(call.callee) : undefined;
  if (!t.isMemberExpression(callee) || callee.computed) return;
  const { object, property } = callee;
  if (!t.isIdentifier(object) && !t.isThisExpression(object)) return;
  const between = c.file.text.slice(endOf(object), startOf(property));
  if (/^\s+\.$/.test(between)) c.replace(endOf(object), startOf(property), '.');
}

/** `const data = await promise;` and the body. */
function writeWithoutCatch(writing: Writing): void {
  const { c, step, chain, body, convert, lastWords, place, end } = writing;
  const { onValue } = chain;
  const { lineEnd } = c.file.style;
  const inner = deeper(c, place.indent);
  const head = lastWords ? `try {${lineEnd}${inner}` : '';
  if (onValue.kind === 'function') {
    moveNames(c, onValue.fn, lastWords ? step.node : body.scope, true);
    const inside = lastWords ? { ...body, indent: inner, scope: onValue.fn } : body;
    const before = writeAwait(writing, head, `${declarationFor(c, onValue)}await `);
    inlineBody(c, onValue.fn, inside, before, { end, text: '' }, convert);
  } else {
    if (onValue.kind === 'completion') c.understand(onValue.identifier);
    const returned = lastWords ? 'return await ' : 'return ';
    const { from, text } = writeAwait(writing, head, onValue.kind === 'completion' ? returned : 'await ');
    c.replace(from, end, text);
  }
  if (lastWords) writeFinally(writing, lastWords);
}

/** `try { const data = await promise; … } catch (err) { … }` */
function writeTryAround(writing: Writing, handler: InlinedFunction): void {
  const { c, chain, place, body, convert, step, lastWords, end } = writing;
  const { lineEnd } = c.file.style;
  const { onValue } = chain;
  const inner = deeper(c, place.indent);
  const catchHead = `${lineEnd}${place.indent}} catch ${caughtIn(c, handler)}{`;
  const isInside = { ...body, indent: inner };
  if (onValue.kind === 'function') {
    moveNames(c, onValue.fn, step.node, true);
    const head = beginTry(writing, { before: '', keyword: declarationFor(c, onValue) });
    const returned = body.returned === 'answer' ? 'awaited-answer' : body.returned;
    const inTry: Place = { ...isInside, returned, scope: onValue.fn, isCaught: true };
    inlineBody(c, onValue.fn, inTry, head, { end: startOf(handler), text: '' }, convert);
  } else {
    if (onValue.kind === 'completion') c.understand(onValue.identifier);
    const keyword = onValue.kind === 'completion' ? 'return ' : '';
    const { from, text } = beginTry(writing, { before: '', keyword });
    c.replace(from, startOf(handler), text);
  }
  moveNames(c, handler, handler, false);
  const inCatch: Place = { ...isInside, scope: handler };
  const before = { from: startOf(handler), text: catchHead };
  const close = lastWords ? '' : `${lineEnd}${place.indent}}`;
  inlineBody(c, handler, inCatch, before, { end, text: close }, convert);
  if (lastWords) writeFinally(writing, lastWords);
}
