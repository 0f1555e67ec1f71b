import * as t from '@babel/types';
import { endOf, startOf } from '../../syntax/syntax-file.js';
import type { Conversion } from './conversion.js';
import { commentLines, endOfTextBefore, endsLine, moveLines, removeStatement, startsLine } from './layout.js';
import { bindingsDeclaredIn, moveName } from './names.js';
import type { Next, Place } from './place.js';
import { type Converters, indentOfBody, stepOfBody } from './step.js';

/** A function whose body becomes statements of the function around it. */
export type InlinedFunction = t.FunctionExpression | t.ArrowFunctionExpression;

/**
 * Writes `text` over the source from `from` up to the first statement inside a block, and moves the block's lines to
 * the place. Comments of the replaced source stay, on lines of their own.
 *
 * @param first the first statement that stays
 */
export function openBlock(
  c: Conversion,
  from: number,
  block: t.BlockStatement,
  text: string,
  place: Place,
  first: t.Statement | undefined = block.body[0],
): Place {
  const { file } = c;
  const brace = startOf(block);
  const headUpTo = (end: number): string => {
    const comments = commentLines(c, from, end, place.indent).trimEnd();
    return comments ? `${text}${file.style.lineEnd}${comments}` : text;
  };
  if (!first) {
    c.replace(from, brace + 1, headUpTo(brace));
    return place;
  }
  if (startsLine(file, startOf(first))) {
    c.replace(from, brace + 1, headUpTo(brace));
    return moveLines(c, brace + 1, endOf(block), file.indentAt(startOf(first)), place);
  }
  c.replace(from, startOf(first), `${headUpTo(startOf(first))}${file.style.lineEnd}${place.indent}`);
  return moveLines(c, startOf(first), endOf(block), file.indentAt(brace), place);
}

/** Writes `text` over the source from behind the last thing in a block up to `end`. */
export function closeBlock(
  c: Conversion,
  block: t.BlockStatement,
  end: number,
  indent: string,
  text = '',
): void {
  const { file } = c;
  const from = Math.max(endOfTextBefore(file, endOf(block) - 1), startOf(block) + 1);
  const comments = commentLines(c, endOf(block), end, '').trimEnd();
  const removed = c.replacedAround(from);
  if (removed && !comments) {
    closeBehindRemovedLine(c, removed.end, end, text);
    return;
  }
  const isBehindLineComment = file.comments.some(
    (comment) => comment.type === 'CommentLine' && endOf(comment) === from,
  );
  const spaces = /^[ \t]*/.exec(file.text.slice(end))?.[0].length ?? 0;
  const isFollowed = text === '' && !endsLine(file, end);
  const line = isBehindLineComment && (isFollowed || comments) ? `${file.style.lineEnd}${indent}` : '';
  const separator = comments && !line ? ' ' : '';
  c.replace(from, line && !comments ? end + spaces : end, `${line}${separator}${comments}${text}`);
}

/** The block's last line went away together with its line end. */
function closeBehindRemovedLine(c: Conversion, from: number, end: number, text: string): void {
  const { file } = c;
  const { lineEnd } = file.style;
  if (text === '') c.replace(from, endsLine(file, end) ? file.nextLineStart(end) : end, '');
  else c.replace(from, end, text.startsWith(lineEnd) ? text.slice(lineEnd.length) : text);
}

/**
 * Puts a function's body in the place of the function: `before` is written from `from` up to the body, `after` from
 * behind the body up to `end`.
 */
export function inlineBody(
  c: Conversion,
  fn: InlinedFunction,
  place: Place,
  before: { readonly from: number; readonly text: string },
  after: { readonly end: number; readonly text: string },
  convert: Converters,
): void {
  const { body } = fn;
  if (t.isBlockStatement(body)) {
    convert.list(c, body.body, openBlock(c, before.from, body, before.text, place));
    closeBlock(c, body, after.end, place.indent, after.text);
    return;
  }
  if (!t.isArrowFunctionExpression(fn)) return;
  const step = stepOfBody(fn, body);
  const { lineEnd } = c.file.style;
  const above = commentLines(c, before.from, step.start, place.indent);
  c.replace(before.from, step.start, `${before.text}${lineEnd}${above}${place.indent}`);
  const moved = moveLines(c, step.start, step.end, indentOfBody(c.file, step), place);
  convert.step(c, step, moved, []);
  const below = commentLines(c, step.end, after.end, place.indent).trimEnd();
  c.replace(step.end, after.end, below ? `${lineEnd}${below}${after.text}` : after.text);
}

/** Puts a function's body in the place of a whole statement, which has its lines for itself or holds a block. */
export function inlineOver(
  c: Conversion,
  statement: t.Node,
  fn: InlinedFunction,
  place: Place,
  convert: Converters,
): void {
  const { file } = c;
  const start = startOf(statement);
  const lineStart = file.lineStart(start);
  const isOnOwnLine = startsLine(file, start);
  const from = isOnOwnLine && lineStart > 0 ? lineStart - file.style.lineEnd.length : start;
  if (!t.isBlockStatement(fn.body) && !isOnOwnLine)
    c.refuse('not-convertible', 'several statements on one line', statement);
  inlineBody(c, fn, place, { from, text: '' }, { end: endOf(statement), text: '' }, convert);
}

/** Puts the statements of a block in the place of the statement that it belongs to. */
export function dissolveBlock(
  c: Conversion,
  statement: t.Statement,
  block: t.BlockStatement,
  place: Place,
  next: Next,
  convert: Converters,
): void {
  const { file } = c;
  for (const binding of bindingsDeclaredIn(file, block)) moveName(c, binding, place.scope, block);
  const [first] = block.body;
  if (!first) {
    removeStatement(c, statement);
    return;
  }
  const comments = commentLines(c, startOf(statement), startOf(first), place.indent).trimStart();
  c.replace(startOf(statement), startOf(first), comments && comments + place.indent);
  const present = file.indentAt(startOf(startsLine(file, startOf(first)) ? first : block));
  const inside = moveLines(c, startOf(first), endOf(block), present, place);
  convert.list(c, block.body, { ...inside, rest: next });
  closeBlock(c, block, endOf(statement), place.indent);
}
