import * as t from '@babel/types';
import { endOf, startOf, type SyntaxFile } from '../../syntax/syntax-file.js';
import {
  type AwaitedCall,
  beginPlain,
  beginTry,
  type Continuation,
  writePassedThrough,
} from './call-text.js';
import type { Callback, ErrorHandling } from './callback-shape.js';
import { typeOfCaught } from './caught-error.js';
import type { Conversion } from './conversion.js';
import { effectOfNext } from './effects.js';
import { endsAlways } from './endings.js';
import {
  commentLines,
  deeper,
  endOfTextBefore,
  endsLine,
  moveLines,
  removeStatement,
  startsLine,
} from './layout.js';
import { closeBlock, inlineBody, openBlock } from './inline-body.js';
import { bindingsDeclaredIn, isUsedIn, moveName } from './names.js';
import type { Place } from './place.js';
import type { Converters } from './step.js';

interface Body {
  readonly c: Conversion;
  readonly awaited: AwaitedCall;
  readonly callback: Callback;
  readonly convert: Converters;
  /** Where the body's statements go. */
  readonly place: Place;
}

/** Nothing of the function runs after a callback's body; its `return`s give nobody a value. */
function placeOfBody({ place }: AwaitedCall): Place {
  return { ...place, rest: [], returned: 'dropped' };
}

/** Writes the awaited call and the callback's body behind it. */
export function writeBody(
  c: Conversion,
  awaited: AwaitedCall,
  callback: Callback,
  handling: ErrorHandling,
  convert: Converters,
): void {
  const body: Body = { c, awaited, callback, convert, place: placeOfBody(awaited) };
  switch (handling.kind) {
    case 'passed-through':
      c.understand(handling.identifier);
      writePassedThrough(c, awaited);
      return;
    case 'ignored':
      if (callback.pattern) writeTakenApart(body, callback.pattern);
      else writeIgnored(body);
      return;
    case 'assumed-absent':
      c.absentErrors.add(handling.error);
      writeWhole(body, beginPlain(c, awaited));
      return;
    case 'passed-on':
      for (const identifier of handling.identifiers) c.understand(identifier);
      writePassedOn(body, handling.head);
      return;
    case 'handled':
      if (canHandleInCatch(body, handling.head)) writeHandled(body, handling.head);
      else writeVariable(body);
      return;
    case 'variable':
      writeVariable(body);
  }
}

function statementsOf({ callback }: Body): readonly t.Statement[] {
  return t.isBlockStatement(callback.fn.body) ? callback.fn.body.body : [];
}

/** The whole body stays, behind a text. */
function writeWhole({ c, callback, awaited, convert, place }: Body, before: Continuation): void {
  inlineBody(c, callback.fn, place, before, { end: awaited.step.end, text: '' }, convert);
}

/** `try { await f(); } catch { }` */
function writeIgnored(body: Body): void {
  const { c, awaited, place } = body;
  const { lineEnd } = c.file.style;
  const { from, text } = beginTry(c, awaited, [], true);
  const inner = deeper(c, place.indent);
  const handler = `} catch {${lineEnd}${inner}// The error is ignored.${lineEnd}${place.indent}}`;
  writeWhole(body, { from, text: `${text}${lineEnd}${place.indent}${handler}` });
}

/** `const { Item } = await f();` */
function writeTakenApart(body: Body, pattern: t.Node): void {
  const { c, awaited } = body;
  c.doubt('answer-changes', 'an error shows today as a result that can not be taken apart', pattern);
  writeWhole(body, beginPlain(c, awaited));
}

/** `let err = null; try { … } catch (error) { err = error; }`, and the body as it is. */
function writeVariable(body: Body): void {
  const { c, awaited, callback, place } = body;
  const { lineEnd, semicolon } = c.file.style;
  if (!callback.error) return;
  const name = moveName(c, callback.error, place.scope, callback.fn);
  const caught = name === 'error' ? 'reason' : 'error';
  const { from, text } = beginTry(
    c,
    awaited,
    [`let ${name}${typeOfCaught(c.file, callback.error)} = null${semicolon}`],
    true,
  );
  const inner = deeper(c, place.indent);
  const handler = `} catch (${caught}) {${lineEnd}${inner}${name} = ${caught}${semicolon}${lineEnd}${place.indent}}`;
  writeWhole(body, { from, text: `${text}${lineEnd}${place.indent}${handler}` });
}

/** Lets the names of a block that loses its braces move out. */
function dissolve({ c, callback, place }: Body, block: t.Statement): void {
  if (!t.isBlockStatement(block)) return;
  for (const binding of bindingsDeclaredIn(c.file, block)) moveName(c, binding, place.scope, callback.fn);
}

/** Writes the statements of the `else` branch and of what follows the `if`, without the `if` around them. */
function writeElseAndRest(
  body: Body,
  head: t.IfStatement,
  from: number,
  text: string,
  rest: readonly t.Statement[],
  present: string,
): void {
  const { c, callback, convert, place } = body;
  const { file } = c;
  const { lineEnd } = file.style;
  const { alternate } = head;
  const end = endOf(callback.fn.body);
  if (!alternate) return;
  dissolve(body, alternate);
  if (t.isBlockStatement(alternate)) {
    const inElse = openBlock(c, from, alternate, text, place);
    convert.list(c, alternate.body, { ...inElse, rest });
    closeBlock(c, alternate, endOf(alternate), place.indent);
  } else {
    const comments = commentLines(c, from, startOf(alternate), place.indent);
    c.replace(from, startOf(alternate), `${text}${lineEnd}${comments}${place.indent}`);
    const lines = t.isIfStatement(alternate) ? present : file.indentAt(startOf(alternate));
    const inElse = moveLines(c, startOf(alternate), endOf(alternate), lines, place);
    convert.list(c, [alternate], { ...inElse, rest });
  }
  const afterIf = moveLines(c, endOf(alternate), end, present, place);
  convert.list(c, rest, afterIf);
}

/** `const data = await f();`: an error ends the function. */
function writePassedOn(body: Body, head: t.IfStatement | t.ExpressionStatement): void {
  const { c, awaited, callback, convert } = body;
  const block = callback.fn.body;
  if (!t.isBlockStatement(block)) return;
  const rest = statementsOf(body).slice(1);
  const alternate = t.isIfStatement(head) ? head.alternate : undefined;
  const endsThere = !t.isIfStatement(head) || endsAlways(c, [head.consequent], 'today');
  const effect = endsThere ? 'none' : effectOfNext(c.file, c.completions, rest);
  if (effect === 'any') c.doubt('order-changes', 'code after the callback call still runs today', head);
  const { from, text } = beginPlain(c, awaited);
  if (rest.length === 0 && !alternate) {
    const comments = commentLines(c, from, awaited.step.end, body.place.indent).trimEnd();
    c.replace(from, awaited.step.end, comments ? `${text}${c.file.style.lineEnd}${comments}` : text);
    return;
  }
  if (t.isIfStatement(head) && alternate)
    writeElseAndRest(body, head, from, text, rest, c.file.indentAt(startOf(head)));
  else {
    const first = startsLine(c.file, startOf(head)) ? head : rest[0];
    const place = openBlock(c, from, block, text, body.place, first);
    if (startsLine(c.file, startOf(head))) removeHead(c, head, place.indent);
    convert.list(c, rest, place);
  }
  closeBlock(c, block, awaited.step.end, body.place.indent);
}

/** Takes the error branch away; its comments stay. */
export function removeHead(c: Conversion, head: t.Statement, indent: string): void {
  const { file } = c;
  const comments = commentLines(c, startOf(head), endOf(head), indent);
  if (!comments) {
    removeStatement(c, head);
    return;
  }
  const isAlone = endsLine(file, endOf(head));
  c.replace(file.lineStart(startOf(head)), isAlone ? file.nextLineStart(endOf(head)) : endOf(head), comments);
}

/** Can what the error branch does, and nothing else, stand in a `catch` clause? */
function canHandleInCatch(body: Body, head: t.IfStatement): boolean {
  const rest = statementsOf(body).slice(1);
  return !head.alternate || rest.length === 0 || endsAlways(body.c, [head.consequent], 'result');
}

/** Does the error branch read a result, or go on with what follows it? */
function readsResultAfterError({ c, callback }: Body, head: t.IfStatement): boolean {
  const { consequent, alternate } = head;
  const isRead = callback.results.some(
    (result) => result && isUsedIn(result, startOf(consequent), endOf(consequent)),
  );
  return isRead || (!alternate && !endsAlways(c, [consequent], 'result'));
}

/** `try { data = await f(); } catch (err) { … }`, and the rest of the body behind it. */
function writeHandled(body: Body, head: t.IfStatement): void {
  const { c, awaited, callback, convert, place } = body;
  const { file } = c;
  const { lineEnd, semicolon } = file.style;
  const block = callback.fn.body;
  if (!t.isBlockStatement(block)) return;
  const rest = statementsOf(body).slice(1);
  const { consequent, alternate } = head;
  const { from, text } = beginTry(c, awaited, [], readsResultAfterError(body, head));
  const inner = deeper(c, place.indent);
  const present = file.indentAt(startOf(head));
  const name = errorNameIn(file, callback, consequent);
  const opening = `${text}${lineEnd}${place.indent}} catch ${name && `(${name}) `}{`;
  const needsReturn = alternate !== null && alternate !== undefined && !endsAlways(c, [consequent], 'result');
  const last = needsReturn ? `${lineEnd}${inner}return${semicolon}` : '';
  const isBlock = t.isBlockStatement(consequent);
  const comments = commentLines(c, from, startOf(consequent), inner).trimEnd();
  const head0 = comments ? `${opening}${lineEnd}${comments}` : opening;
  const whole = alternate ? endOf(consequent) : endOf(block);
  const moved = moveLines(c, startOf(consequent), whole, present, place);
  const inCatch: Place = {
    ...moved,
    indent: inner,
    scope: consequent,
    rest: alternate ? [] : rest,
    isFunctionEnd: false,
  };
  if (isBlock) {
    c.replace(from, startOf(consequent) + 1, head0);
    convert.list(c, consequent.body, { ...inCatch, scope: consequent });
    if (last) addLastLine(c, consequent, last, place.indent);
  } else {
    c.replace(from, startOf(consequent), `${head0}${lineEnd}${inner}`);
    convert.list(c, [consequent], inCatch);
    const close = `${last}${lineEnd}${place.indent}}`;
    if (alternate) {
      writeElseAndRest(body, head, endOf(consequent), close, rest, present);
      closeBlock(c, block, awaited.step.end, body.place.indent);
      return;
    }
    c.edits.insert(endOf(consequent), close);
  }
  if (alternate) writeElseAndRest(body, head, endOf(consequent), '', rest, present);
  else convert.list(c, rest, moved);
  closeBlock(c, block, awaited.step.end, body.place.indent);
}

/** Adds a line in front of a block's closing brace. */
function addLastLine(c: Conversion, block: t.Statement, line: string, indent: string): void {
  const { file } = c;
  const brace = endOf(block) - 1;
  const from = endOfTextBefore(file, brace);
  if (startsLine(file, brace)) c.replace(from, file.lineStart(brace), `${line}${file.style.lineEnd}`);
  else c.replace(from, brace, `${line}${file.style.lineEnd}${indent}`);
}

function errorNameIn(file: SyntaxFile, callback: Callback, branch: t.Statement): string {
  const { error } = callback;
  const isUsed = error?.references.some(
    (identifier) => startOf(identifier) >= startOf(branch) && endOf(identifier) <= endOf(branch),
  );
  return isUsed && error ? error.name + typeOfCaught(file, error) : '';
}
