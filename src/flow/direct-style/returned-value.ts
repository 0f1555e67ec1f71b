import * as t from '@babel/types';
import { endOf, startOf } from '../../syntax/syntax-file.js';
import { unwrap } from '../../syntax/unwrap.js';
import { awaitValueEdits } from '../await-insertion.js';
import { initialValueOf } from '../module-member.js';
import type { Conversion } from './conversion.js';
import { effectOf } from './effects.js';
import { onOwnLines } from './own-lines.js';
import type { Place } from './place.js';
import type { Step } from './step.js';

/** May the value be a promise? What merely reads is none, where its type is unknown. */
export function mayBePromise(c: Conversion, expression: t.Node): boolean {
  const node = unwrap(expression);
  if (t.isConditionalExpression(node))
    return mayBePromise(c, node.consequent) || mayBePromise(c, node.alternate);
  const { is } = c.context.types.thenable(c.file.rangeOf(node));
  if (is !== 'unknown') return is === 'yes';
  if (t.isLogicalExpression(node)) return mayBePromise(c, node.left) || mayBePromise(c, node.right);
  const binding = t.isIdentifier(node) ? c.file.bindingOf(node) : undefined;
  const value = binding && initialValueOf(c.file, binding);
  if (value) return value.path.length === 0 && mayBePromise(c, value.init);
  return effectOf(c.file, node) === 'any';
}

/** Writes a value that is returned today, and finishes nothing. */
export function writeReturnedValue(c: Conversion, step: Step, place: Place): void {
  const isAwaited = /^awaited/.test(place.returned) && mayBePromise(c, step.expression);
  if (place.returned === 'answer' || place.returned === 'awaited-answer') writeAnswer(c, step, isAwaited);
  else dropValue(c, step, place, isAwaited);
}

function insertAwait(c: Conversion, expression: t.Expression): void {
  for (const { start, text } of awaitValueEdits(c.file, expression)) c.edits.insert(start, text);
}

function writeAnswer(c: Conversion, step: Step, isAwaited: boolean): void {
  const { expression } = step;
  if (step.node === expression) {
    // The body of an arrow function, or a part of it.
    c.replace(step.start, startOf(expression), 'return ');
    c.replace(endOf(expression), step.end, '');
    c.edits.insert(step.end, c.file.style.semicolon);
  }
  if (isAwaited) insertAwait(c, expression);
}

/** A value that nobody gets today is evaluated, and not returned. */
function dropValue(c: Conversion, step: Step, place: Place, isAwaited: boolean): void {
  const { file } = c;
  const { lineEnd, semicolon } = file.style;
  const effect = effectOf(file, step.expression);
  if (file.isGlobal(step.expression, 'undefined') || t.isNullLiteral(step.expression)) return;
  if (place.returned === 'promise-is-answer' && effect === 'any' && mayBePromise(c, step.expression)) {
    c.refuse('answer-changes', 'a promise that is returned answers today', step.node);
    return;
  }
  if (effect === 'none' && !isAwaited) {
    c.replace(step.start, step.end, `return${semicolon}`);
    return;
  }
  if (step.node === step.expression || (!step.isInList && effect !== 'log')) {
    c.refuse('answer-changes', 'a returned value is ignored today', step.node);
    return;
  }
  onOwnLines(c, step, place, ({ start, end, expression }, { indent }) => {
    c.replace(start, startOf(expression), '');
    if (isAwaited) insertAwait(c, expression);
    c.replace(endOf(expression), end, `${semicolon}${lineEnd}${indent}return${semicolon}`);
  });
}
