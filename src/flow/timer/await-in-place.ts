import * as t from '@babel/types';
import type { FileEdits } from '../../edit/file-edits.js';
import { endOf, startOf, type SyntaxFile } from '../../syntax/syntax-file.js';
import { unwrap } from '../../syntax/unwrap.js';
import type { TransformContext } from '../../transform.js';
import { isThenable } from '../is-thenable.js';
import { placeOf } from '../statement-list.js';
import { guardText, type LooseTimer } from './loose-timer.js';
import { type InlineFunction, isConsole, isInline, plainCall } from './plain-callback.js';
import type { TimerCall } from './timer-call.js';

function isOwn(file: SyntaxFile, fn: t.Function, node: t.Node): boolean {
  return file.enclosingFunction(node) === fn;
}

function declaresTakenName(file: SyntaxFile, fn: t.Function, callback: InlineFunction): boolean {
  const inside = file
    .nodes('Identifier')
    .filter((identifier) => file.contains(callback, identifier))
    .flatMap((identifier) => file.bindingOf(identifier) ?? [])
    .filter(({ identifier }) => file.contains(callback, identifier) && isOwn(file, callback, identifier));
  const names = new Set(inside.map(({ name }) => name));
  return file
    .nodes('Identifier')
    .some(
      (identifier) =>
        names.has(identifier.name) && file.contains(fn, identifier) && !file.contains(callback, identifier),
    );
}

function hasReturn(file: SyntaxFile, callback: InlineFunction): boolean {
  return file.nodes('ReturnStatement').some((node) => isOwn(file, callback, node));
}

/** Comments of the call that stand neither in the callback nor in the delay. */
export function hasCommentsBetween(file: SyntaxFile, { call, callback, delay }: TimerCall): boolean {
  return file
    .commentsIn(startOf(call), endOf(call))
    .some((comment) => ![callback, delay].some((node) => node && file.contains(node, comment as never)));
}

/** `await setTimeoutAsync(20);` and then the callback's own statements. */
function canUnwrap(file: SyntaxFile, fn: t.Function, callback: InlineFunction): boolean {
  return !declaresTakenName(file, fn, callback) && !hasReturn(file, callback);
}

function resultCall(context: TransformContext, file: SyntaxFile, expression: t.Expression): string {
  const isCall = t.isCallExpression(expression) || t.isNewExpression(expression);
  const mayBePromise =
    isCall && isThenable(context, file, expression) !== 'no' && !isConsole(file, expression.callee);
  return mayBePromise ? 'await ' : '';
}

/** Without a semicolon in front, a line that begins so would go on with the one before. */
function continuesLine(text: string): boolean {
  return /^[([`+\-/]/.test(text.trimStart());
}

/**
 * Waits for the timer where it was started, and then runs the callback: right where only the answer follows.
 *
 * @param promise the timer's promise: `setTimeoutAsync(20)`
 */
export function awaitInPlace(
  context: TransformContext,
  edits: FileEdits,
  loose: LooseTimer,
  promise: string,
): void {
  const { file, fn, statement, guard, timer } = loose;
  const { semicolon } = file.style;
  const next = (separator: string): string => toNextStatement(file, statement, separator);
  const callback = unwrap(timer.callback);
  const wait = `${guardText(loose)}await ${promise}`;
  const isBranch = guard !== undefined || !placeOf(file, statement);
  const called = isInline(callback) ? undefined : plainCall(file, callback, timer.args);
  if (called !== undefined && !isBranch) {
    const prefix = isSurelySync(context, file, called.callee) ? '' : 'await ';
    const text = `${wait}${next(semicolon)}${prefix}${called.text}${semicolon}`;
    edits.replace(startOf(statement), endOf(statement), text);
  } else if (isInline(callback) && !isBranch && canUnwrap(file, fn, callback)) {
    unwrapCallback(context, file, edits, statement, callback, wait);
  } else if (isInline(callback)) {
    edits.replace(startOf(statement), startOf(callback), `${wait}.then(`);
    edits.replace(endOf(callback), endOf(statement), `)${semicolon}`);
  } else {
    edits.replace(
      startOf(statement),
      endOf(statement),
      `${wait}.then(() => ${called?.text ?? ''})${semicolon}`,
    );
  }
}

/** From the end of the statement to the next one: on a line of its own, where the statement has one. */
function toNextStatement(file: SyntaxFile, statement: t.Statement, separator: string): string {
  const start = startOf(statement);
  const isOnOwnLine = file.text.slice(file.lineStart(start), start).trim() === '';
  return isOnOwnLine ? separator + file.style.lineEnd + file.indentAt(start) : '; ';
}

/** A function that is not async and gives back no promise. */
function isSurelySync(context: TransformContext, file: SyntaxFile, callee: t.Node): boolean {
  if (isConsole(file, callee)) return true;
  const type = context.types.typeOf(file.rangeOf(callee));
  return type.is === 'yes' && /=> (?:void|undefined|number|string|boolean|never)$/.test(type.value);
}

function unwrapCallback(
  context: TransformContext,
  file: SyntaxFile,
  edits: FileEdits,
  statement: t.Statement,
  callback: InlineFunction,
  wait: string,
): void {
  const { semicolon } = file.style;
  const next = (separator: string): string => toNextStatement(file, statement, separator);
  const { body } = callback;
  if (!t.isBlockStatement(body)) {
    const separator = semicolon === '' && continuesLine(file.slice(body)) ? ';' : semicolon;
    const prefix = resultCall(context, file, body);
    const start = body.extra?.parenthesized === true ? Number(body.extra.parenStart) : startOf(body);
    edits.replace(startOf(statement), start, `${wait}${next(separator)}${prefix}`);
    const closing =
      body.extra?.parenthesized === true ? file.text.indexOf(')', endOf(body)) + 1 : endOf(body);
    edits.replace(closing, endOf(statement), semicolon);
    return;
  }
  const comments = file.commentsIn(startOf(body), endOf(body));
  const contents = [...body.directives, ...body.body, ...comments];
  if (contents.length === 0) {
    edits.replace(startOf(statement), endOf(statement), `${wait}${semicolon}`);
    return;
  }
  const first = Math.min(...contents.map(startOf));
  const last = Math.max(...contents.map(endOf));
  const separator = semicolon === '' && continuesLine(file.text.slice(first)) ? ';' : semicolon;
  const isOnSameLine = file.nextLineStart(startOf(body)) > first;
  const startsWithComment = isOnSameLine && comments.some((comment) => startOf(comment) === first);
  if (isOnSameLine && !startsWithComment) {
    edits.replace(startOf(statement), first, `${wait}${next(separator)}`);
  } else {
    edits.replace(startOf(statement), startOf(body) + 1, `${wait}${separator}`);
  }
  edits.remove(last, endOf(statement));
  edits.reindent(startOf(body), last, -1);
}
