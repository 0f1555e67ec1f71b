import * as t from '@babel/types';
import { endOf, startOf } from '../../syntax/syntax-file.js';
import { convertAnsweringBody } from './answerer-call.js';
import type { Conversion } from './conversion.js';
import { effectOf } from './effects.js';
import { deeper, endOfTextBefore, moveLines } from './layout.js';
import type { Place, ReturnedValue } from './place.js';
import { type Converters, indentOfBody, stepOfBody } from './step.js';

/** Is the arrow's expression body a plain completion that stays an expression? */
function convertExpressionBody(c: Conversion, arrow: t.ArrowFunctionExpression, body: t.Expression): boolean {
  const completion = c.completions.completionOf(body);
  const isSuccess =
    completion && !completion.alwaysFails && (!completion.error || t.isNullLiteral(completion.error));
  if (!isSuccess || !completion.result || completion.call.arguments.length > 2) return false;
  const dropped = completion.call.arguments.filter((argument) => argument !== completion.result);
  if (dropped.some((argument) => effectOf(c.file, argument) !== 'none')) return false;
  if (c.file.commentsIn(startOf(body), startOf(completion.result)).length > 0) return false;
  if (c.context.types.thenable(c.file.rangeOf(completion.result)).is === 'yes') return false;
  const isObject = t.isObjectExpression(completion.result);
  const { start, end } = stepOfBody(arrow, body);
  c.understand(completion.identifier);
  c.replace(start, startOf(completion.result), isObject ? '(' : '');
  c.replace(endOf(completion.result), end, isObject ? ')' : '');
  return true;
}

/**
 * Writes a function's own body in direct style.
 *
 * @param returned what becomes of a value that the function returns today
 */
export function convertBody(c: Conversion, returned: ReturnedValue, convert: Converters): void {
  const { file, fn } = c;
  const indent = file.indentAt(startOf(t.isBlockStatement(fn.body) ? fn.body : fn));
  const base = { rest: [], shift: 0, isCaught: false, returned } as const;
  if (t.isBlockStatement(fn.body)) {
    const [first] = fn.body.body;
    const isOnOwnLine = first && file.indentAt(startOf(first)) !== indent;
    const inner = isOnOwnLine ? file.indentAt(startOf(first)) : deeper(c, indent);
    convert.list(c, fn.body.body, { ...base, indent: inner, scope: fn, isFunctionEnd: true });
    return;
  }
  if (!t.isArrowFunctionExpression(fn)) return;
  if (convertExpressionBody(c, fn, fn.body) || convertAnsweringBody(c, fn.body)) return;
  const { lineEnd } = file.style;
  const inner = deeper(c, indent);
  const step = stepOfBody(fn, fn.body);
  const arrow = endOfTextBefore(file, step.start);
  const hasComment = !file.text.slice(0, arrow).endsWith('=>');
  c.replace(hasComment ? step.start : arrow, step.start, `${hasComment ? '' : ' '}{${lineEnd}${inner}`);
  const place: Place = { ...base, indent: inner, scope: fn, isFunctionEnd: true };
  convert.step(c, step, moveLines(c, step.start, step.end, indentOfBody(file, step), place), []);
  c.edits.insert(step.end, `${lineEnd}${indent}}`);
}
