import * as t from '@babel/types';
import { endOf, startOf } from '../../syntax/syntax-file.js';
import { findOwnThisOrArguments } from '../own-this.js';
import type { LastWords } from './chain-shape.js';
import type { Conversion } from './conversion.js';
import { effectOf, effectOfNext, isHarmless } from './effects.js';
import { closeBlock, openBlock } from './inline-body.js';
import { deeper } from './layout.js';
import type { Place } from './place.js';
import type { Step } from './step.js';

/** Can what stands behind a chain become a `finally` block? A reason is recorded if not. */
export function canBeFinally(c: Conversion, { fn }: LastWords, place: Place): boolean {
  const { file } = c;
  const { body } = fn;
  const returns = file
    .nodes('ReturnStatement')
    .some((node) => file.contains(fn, node) && file.enclosingFunction(node) === fn);
  const isOdd =
    fn.async ||
    fn.generator ||
    returns ||
    fn.params.length > 0 ||
    findOwnThisOrArguments(file, fn) !== undefined ||
    (t.isBlockStatement(body) && body.directives.length > 0);
  if (isOdd || c.completions.isIn(fn)) {
    c.refuse('not-convertible', 'what the chain does in the end is no plain code', fn);
    return false;
  }
  const effect = t.isBlockStatement(body)
    ? effectOfNext(file, c.completions, body.body)
    : effectOf(file, body);
  if (!place.isCaught || isHarmless(effect)) return true;
  c.refuse('not-convertible', 'an exception in the end of the chain would be handled here', fn);
  return false;
}

/** Writes ` finally { … }` behind the text in front of the function, up to the end of the step. */
export function writeFinally(
  { c, step, place }: { readonly c: Conversion; readonly step: Step; readonly place: Place },
  { fn }: LastWords,
): void {
  const { lineEnd, semicolon } = c.file.style;
  const inner = deeper(c, place.indent);
  const head = `${lineEnd}${place.indent}} finally {`;
  const tail = `${lineEnd}${place.indent}}`;
  if (t.isBlockStatement(fn.body)) {
    openBlock(c, startOf(fn), fn.body, head, { ...place, indent: inner });
    closeBlock(c, fn.body, step.end, place.indent, tail);
    return;
  }
  const mayBePromise = !isHarmless(effectOf(c.file, fn.body));
  c.replace(startOf(fn), startOf(fn.body), `${head}${lineEnd}${inner}${mayBePromise ? 'await ' : ''}`);
  c.replace(endOf(fn.body), step.end, `${semicolon}${tail}`);
}
