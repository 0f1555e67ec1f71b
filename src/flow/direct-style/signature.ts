import * as t from '@babel/types';
import type { TextEdit } from '../../edit/text-edit.js';
import type { SyntaxFile } from '../../syntax/syntax-file.js';
import { endOf, startOf } from '../../syntax/syntax-file.js';

/** Where `async` goes: in front of `function` or of an arrow's parameters, in front of a method's name. */
function asyncOffset(fn: t.Function): number {
  return t.isObjectMethod(fn) || t.isClassMethod(fn) || t.isClassPrivateMethod(fn)
    ? startOf(fn.key)
    : startOf(fn);
}

/** The edit that makes a function async; none when it is. */
export function asyncKeyword(file: SyntaxFile, fn: t.Function): readonly TextEdit[] {
  if (fn.async) return [];
  let at = asyncOffset(fn);
  if ((t.isObjectMethod(fn) || t.isClassMethod(fn)) && fn.computed) at = file.text.lastIndexOf('[', at);
  return [{ start: at, end: at, text: 'async ' }];
}

/** Takes one parameter away, with the comma that belongs to it. */
export function withoutParameter(file: SyntaxFile, fn: t.Function, index: number): readonly TextEdit[] {
  const parameter = fn.params[index];
  const before = fn.params[index - 1];
  const after = fn.params[index + 1];
  if (!parameter) return [];
  const trailing = after ? 0 : (/^\s*,(?=\s*\))/.exec(file.text.slice(endOf(parameter)))?.[0].length ?? 0);
  const end = endOf(parameter) + trailing;
  if (before) return [{ start: endOf(before), end, text: '' }];
  if (after) return [{ start: startOf(parameter), end: startOf(after), text: '' }];
  const isBare = !file.text.slice(startOf(fn), startOf(parameter)).includes('(');
  if (isBare) return [{ start: startOf(parameter), end, text: '()' }];
  const head = file.text.slice(0, startOf(parameter)).trimEnd();
  const space = /^\s*(?=\))/.exec(file.text.slice(end))?.[0].length ?? 0;
  const start = head.endsWith('(') ? head.length : startOf(parameter);
  return [{ start, end: end + space, text: '' }];
}

/** Takes the parameters from an index on away. Comments stay, and so does the comma of a list with a line for each. */
export function withoutParametersFrom(file: SyntaxFile, fn: t.Function, index: number): readonly TextEdit[] {
  const before = fn.params[index - 1];
  const last = fn.params.at(-1);
  const removed = fn.params.slice(index);
  if (!before || !last || removed.length === 0) return [];
  if (file.commentsIn(endOf(before), startOf(last)).length > 0)
    return removed.map((one) => {
      const end = endOf(one) + commaBehind(file, one);
      const space = /^[ \t]*/.exec(file.text.slice(end))?.[0].length ?? 0;
      return { start: startOf(one), end: end + space, text: '' };
    });
  const endsItsLine = /^\s*,[ \t]*(?:\/[/*].*)?\r?\n/.test(file.text.slice(endOf(last)));
  return [{ start: endOf(before), end: endOf(last) + (endsItsLine ? 0 : commaBehind(file, last)), text: '' }];
}

/** Length of the comma behind a parameter, and of the space in front of it. */
function commaBehind(file: SyntaxFile, parameter: t.Node): number {
  return /^\s*,/.exec(file.text.slice(endOf(parameter)))?.[0].length ?? 0;
}

/** Takes an argument away, with the comma that belongs to it. */
export function withoutArgument(call: t.CallExpression, index: number): readonly TextEdit[] {
  const argument = call.arguments[index];
  const before = call.arguments[index - 1];
  const after = call.arguments[index + 1];
  if (!argument) return [];
  if (before) return [{ start: endOf(before), end: endOf(argument), text: '' }];
  return [{ start: startOf(argument), end: after ? startOf(after) : endOf(argument), text: '' }];
}
