import * as t from '@babel/types';
import { endOf, startOf } from '../../syntax/syntax-file.js';
import { onlyStatementExpression } from './chain-shape.js';
import type { Conversion } from './conversion.js';
import { effectOfNext, isHarmless } from './effects.js';
import { dissolveBlock } from './inline-body.js';
import type { Next, Place, ReturnedValue } from './place.js';
import { mayBePromise } from './returned-value.js';
import type { Converters } from './step.js';

const JUMPS = ['ReturnStatement', 'ThrowStatement', 'BreakStatement', 'ContinueStatement'] as const;

/** Writes a `try` statement in direct style. */
export function convertTry(
  c: Conversion,
  statement: t.TryStatement,
  place: Place,
  next: Next,
  convert: Converters,
): void {
  const { block, handler, finalizer } = statement;
  const thrown = !finalizer && !place.isCaught && handler ? passesOn(c, handler) : undefined;
  if (thrown) {
    c.understand(thrown);
    dissolveBlock(c, statement, block, place, next, convert);
    return;
  }
  const isCaught = place.isCaught || (handler !== null && handler !== undefined);
  const lastWords = finalizer && isHarmless(effectOfNext(c.file, c.completions, finalizer.body));
  const afterwards: Next = finalizer && !lastWords ? [...finalizer.body, ...next] : next;
  const answers = [block, ...(handler ? [handler] : [])].some((part) => c.completions.isIn(part));
  if (finalizer && answers) {
    refuseOtherEnds(c, finalizer);
    if (!lastWords) c.doubt('answer-changes', 'what a `finally` block throws is dropped today', finalizer);
  }
  const returned = returnedInside(place);
  const inside = [block, ...(handler && finalizer ? [handler.body] : [])];
  if (returned !== place.returned) for (const part of inside) refusePromises(c, part);
  convert.branch(c, block, { ...place, isCaught, returned }, afterwards);
  if (handler) convert.branch(c, handler.body, finalizer ? { ...place, returned } : place, afterwards);
  if (finalizer) convert.branch(c, finalizer, place, next);
}

/** Where a `finally` block ends the function itself, what was answered before stands today, and would be lost. */
function refuseOtherEnds(c: Conversion, finalizer: t.BlockStatement): void {
  const jumps = JUMPS.flatMap((type): readonly t.Node[] => c.file.nodes(type));
  const jump = jumps.find((node) => c.file.contains(finalizer, node) && isOfThis(c, node, finalizer));
  if (jump || c.completions.isIn(finalizer))
    c.refuse('not-convertible', 'a `finally` block ends the function behind an answer', jump ?? finalizer);
}

/** A promise that is returned in a `try` block doesn't wait for it today. */
function returnedInside({ returned }: Place): ReturnedValue {
  if (returned === 'awaited') return 'dropped';
  return returned === 'awaited-answer' ? 'answer' : returned;
}

/** Awaiting a promise that is returned there would give its rejection to the wrong `catch`, or `finally` its turn too late. */
function refusePromises(c: Conversion, block: t.BlockStatement): void {
  const promise = c.file
    .nodes('ReturnStatement')
    .filter((node) => c.file.contains(block, node) && isOfThis(c, node, block))
    .find(({ argument }) => argument && !c.completions.isIn(argument) && mayBePromise(c, argument));
  if (promise)
    c.refuse('answer-changes', 'a promise that is returned would be awaited in a try block', promise);
}

function isOfThis({ file }: Conversion, node: t.Node, block: t.Node): boolean {
  return file.enclosingFunction(node) === file.enclosingFunction(block);
}

/** `catch (err) { callback(err); }` would throw what it caught: it is the same as no `catch`. */
function passesOn(c: Conversion, { param, body }: t.CatchClause): t.Identifier | undefined {
  const expression = onlyStatementExpression(body);
  const completion = expression && c.completions.completionOf(expression);
  if (!completion || completion.call.arguments.length > 1 || !t.isIdentifier(param)) return undefined;
  const isSame = t.isIdentifier(completion.error, { name: param.name });
  const hasComments = c.file.commentsIn(startOf(body), endOf(body)).length > 0;
  return isSame && !hasComments ? completion.identifier : undefined;
}
