import * as t from '@babel/types';
import { endOf, startOf } from '../../syntax/syntax-file.js';
import { promiseFormOf } from '../promise-form.js';
import { type Callback, errorHandlingOf, readCallback } from './callback-shape.js';
import { mayThrowAtOnce } from './call-text.js';
import type { Conversion } from './conversion.js';
import { type CountedLoop, readCountedLoop } from './counted-loop.js';
import { effectOf, effectOfNext, isHarmless } from './effects.js';
import { endingOf } from './finish.js';
import { insideOf, moveLines, removeStatement } from './layout.js';
import { bindingsDeclaredIn, moveName } from './names.js';
import type { Next, Place } from './place.js';
import { writeRound } from './round-promise.js';
import type { Converters } from './step.js';
import { placeOfLoop, waitForRounds, whenOneFails } from './wait-for-rounds.js';

/**
 * Writes a loop whose callbacks count until all are done: the loop collects promises, and what the last callback did is
 * done when all of them are kept. As today all calls start at once, the first failure is the function's, and Lambda has
 * the answer when the others have ended, too.
 *
 * @returns false when the statement is no such loop
 */
export function convertCountedLoop(
  c: Conversion,
  statement: t.Statement,
  place: Place,
  next: Next,
  convert: Converters,
): boolean {
  const loop = c.completions.names.call ? undefined : readCountedLoop(c, statement);
  if (!loop) return false;
  const { call } = loop;
  const result = promiseFormOf(c.context, c.file, call);
  if ('refusal' in result) {
    c.refuseFor(result.refusal);
    return true;
  }
  const { form } = result;
  const callback = readCallback(c, call.arguments.at(-1) ?? call);
  const handling = callback && errorHandlingOf(c, callback);
  if (!callback || !handling) return true;
  if (next.length > 0)
    c.refuse('not-convertible', 'code behind the loop runs before its callbacks', statement);
  if (place.isCaught)
    c.refuse('not-convertible', 'the loop stands in a try block that would catch its errors too', statement);
  if (form.run.atOnce) c.refuse('not-convertible', 'callbacks may count before the loop has ended', call);
  if (mayThrowAtOnce(c, call, form))
    c.doubt('order-changes', 'a call with wrong arguments throws today, and ends the loop', call);
  refuseUnanswered(c, loop);
  c.needsAsync = true;
  c.awaited.push(call);
  c.topLevel.push(...form.topLevel);
  const name = c.freshName('pending');
  const whenAll = writeWhenAll(c, loop, place, convert);
  const isAsked = removeCounter(c, loop) || answersNothing(c, loop);
  const failing = whenOneFails(c, loop, mayFail(c, loop, callback));
  for (const counting of loop.countsUp) removeStatement(c, counting);
  const inLoop = placeOfLoop(c, loop, place, failing);
  writeRound({ c, loop, form, callback, handling, place: inLoop, convert }, name);
  const { semicolon } = c.file.style;
  const before = isAsked ? [] : [`if (${name}.length === 0) return${semicolon}`];
  waitForRounds(c, loop, place, failing, { name, before, behind: whenAll === '' ? [] : [whenAll] });
  return true;
}

/** A function that nobody answers for is null to Lambda, and keeps anybody else waiting. */
function refuseUnanswered(c: Conversion, { statement }: CountedLoop): void {
  const { promise, isTest } = c.completions.names;
  if (promise ?? isTest) c.refuse('not-convertible', 'a loop without rounds never calls back', statement);
}

/** Does a round finish the function, before the last one does? */
function mayFail(c: Conversion, { count: { whenAll } }: CountedLoop, { fn }: Callback): boolean {
  return c.completions.identifiers.some((use) => c.file.contains(fn, use) && !c.file.contains(whenAll, use));
}

/** Does the last callback do nothing but answer null, as a function without rounds does? */
function answersNothing(c: Conversion, { count: { whenAll } }: CountedLoop): boolean {
  const [only, ...more] = t.isBlockStatement(whenAll) ? whenAll.body : [whenAll];
  const completion = t.isExpressionStatement(only) ? c.completions.completionOf(only.expression) : undefined;
  const ending = completion && endingOf(c, completion);
  return more.length === 0 && ending?.kind === 'return' && !ending.value;
}

/** What the last callback does, in direct style, for the place behind the loop. */
function writeWhenAll(c: Conversion, loop: CountedLoop, place: Place, convert: Converters): string {
  const { file } = c;
  const { statement, count } = loop;
  const { whenAll } = count;
  const { start, end } = insideOf(file, whenAll);
  const ofRound = file
    .nodes('Identifier')
    .filter((node) => file.contains(whenAll, node))
    .find((node) => {
      const scope = file.bindingOf(node)?.scope;
      return scope && file.contains(statement, scope) && !file.contains(whenAll, scope);
    });
  if (ofRound)
    c.refuse('not-convertible', `the last callback to come uses its own \`${ofRound.name}\``, ofRound);
  const isLost = (comment: t.Comment): boolean => startOf(comment) < start || endOf(comment) > end;
  if (count.statements.some((node) => file.commentsIn(startOf(node), endOf(node)).some(isLost)))
    c.refuse('not-convertible', 'a comment stands where the count goes', whenAll);
  for (const binding of bindingsDeclaredIn(file, whenAll)) moveName(c, binding, place.scope, whenAll);
  const text = c.apart(start, end, () => {
    const moved = moveLines(c, start, end, file.indentAt(start), { ...place, shift: 0 });
    const list = t.isBlockStatement(whenAll) ? whenAll.body : [whenAll];
    convert.list(c, list, { ...moved, rest: [], scope: whenAll });
  });
  return place.isFunctionEnd && /^return;?$/.test(text) ? '' : text;
}

/**
 * Takes the variable away with the count, or puts in its place what it says about a loop without rounds.
 *
 * @returns is it said there?
 */
function removeCounter(
  c: Conversion,
  { statement, count: { declarator, kind, target } }: CountedLoop,
): boolean {
  const declaration = c.file.parentOf(declarator);
  if (!t.isVariableDeclaration(declaration)) return false;
  const { declarations } = declaration;
  const index = declarations.indexOf(declarator);
  const [before, after] = [declarations[index - 1], declarations[index + 1]];
  const isRead = kind === 'down' && target && !isHarmless(effectOf(c.file, target));
  if (isRead && declarations.length === 1 && isRightBefore(c, declaration, statement)) {
    const { semicolon } = c.file.style;
    c.replace(startOf(declaration), startOf(target), 'if (');
    c.replace(endOf(target), endOf(declaration), ` === 0) return${semicolon}`);
    return true;
  }
  if (isRead) c.refuse('not-convertible', 'reading the length may throw in front of other code', target);
  if (before) c.replace(endOf(before), endOf(declarator), '');
  else if (after) c.replace(startOf(declarator), startOf(after), '');
  else removeStatement(c, declaration);
  return false;
}

/** Does nothing that could be seen stand between the two? */
function isRightBefore(c: Conversion, first: t.Statement, second: t.Statement): boolean {
  const block = c.file.parentOf(second);
  if (!t.isBlockStatement(block) || !block.body.includes(first)) return false;
  const between = block.body.slice(block.body.indexOf(first) + 1, block.body.indexOf(second));
  return effectOfNext(c.file, c.completions, between) === 'none';
}
