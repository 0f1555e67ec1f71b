import * as t from '@babel/types';
import { endOf, startOf } from '../../syntax/syntax-file.js';
import type { Conversion } from './conversion.js';
import { dissolveBlock } from './inline-body.js';
import type { Next, Place } from './place.js';
import { type Converters, isInList, stepOf } from './step.js';

/**
 * Writes `if (callback) …` as what stands in the branch: whoever waits for the function gives it a callback today.
 *
 * @returns false when the statement tests something else
 */
export function convertPresenceTest(
  c: Conversion,
  statement: t.IfStatement,
  place: Place,
  next: Next,
  convert: Converters,
): boolean {
  const guarded = c.completions.guardedBy(statement);
  if (!guarded) return false;
  const isBlock = t.isBlockStatement(guarded);
  const [only, ...more] = isBlock ? guarded.body : [guarded];
  const step = only && more.length === 0 ? stepOf(c.file, only) : undefined;
  const range = { start: startOf(statement), end: endOf(statement), isInList: isInList(c.file, statement) };
  if (step) convert.step(c, { ...step, ...range, node: statement }, place, next);
  else if (isBlock) dissolveBlock(c, statement, guarded, place, next, convert);
  else c.refuse('not-convertible', 'what is done with a callback only', statement);
  return true;
}
