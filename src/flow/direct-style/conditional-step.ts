import * as t from '@babel/types';
import { endOf, startOf } from '../../syntax/syntax-file.js';
import type { Conversion } from './conversion.js';
import { deeper } from './layout.js';
import type { Next, Place } from './place.js';
import type { Converters, Step } from './step.js';

/** `test ? callback(err) : callback(null, data)` becomes an `if` statement. */
export function convertConditional(
  c: Conversion,
  step: Step,
  { test, consequent, alternate }: t.ConditionalExpression,
  place: Place,
  next: Next,
  convert: Converters,
): void {
  if (c.completions.isIn(test)) return;
  const { lineEnd } = c.file.style;
  const inner = deeper(c, place.indent);
  const part = (node: t.Expression, end: number): Step => ({
    node,
    expression: node,
    start: startOf(node),
    end,
    isInList: true,
    isReturned: step.isReturned,
  });
  c.replace(step.start, startOf(test), 'if (');
  c.replace(endOf(test), startOf(consequent), `) {${lineEnd}${inner}`);
  const branch = { ...place, indent: inner, isFunctionEnd: false };
  convert.step(c, part(consequent, endOf(consequent)), branch, next);
  c.replace(endOf(consequent), startOf(alternate), `${lineEnd}${place.indent}} else {${lineEnd}${inner}`);
  convert.step(c, part(alternate, step.end), branch, next);
  c.edits.insert(step.end, `${lineEnd}${place.indent}}`);
}

/** `test && callback(err)` becomes an `if` statement; `callback && callback(err)` is `callback(err)`. */
export function convertLogical(
  c: Conversion,
  step: Step,
  expression: t.LogicalExpression,
  place: Place,
  next: Next,
  convert: Converters,
): void {
  const { left, right, operator } = expression;
  const given = operator === '&&' ? c.completions.asCallback(left) : undefined;
  if (given) {
    c.understand(given);
    c.replace(step.start, startOf(right), '');
    convert.step(c, { ...step, expression: right, start: startOf(right) }, place, next);
    return;
  }
  if (c.completions.isIn(left) || operator === '??') return;
  const { lineEnd } = c.file.style;
  const inner = deeper(c, place.indent);
  const [before, after] = operator === '&&' ? ['if (', ')'] : ['if (!(', '))'];
  c.replace(step.start, startOf(left), before);
  c.replace(endOf(left), startOf(right), `${after} {${lineEnd}${inner}`);
  const part: Step = {
    node: right,
    expression: right,
    start: startOf(right),
    end: step.end,
    isInList: true,
    isReturned: step.isReturned,
  };
  convert.step(c, part, { ...place, indent: inner, isFunctionEnd: false }, next);
  c.edits.insert(step.end, `${lineEnd}${place.indent}}`);
}
