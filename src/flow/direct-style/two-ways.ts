import * as t from '@babel/types';
import { endOf, startOf } from '../../syntax/syntax-file.js';
import { beginTry, caughtIn, isParameterUsed, moveNames, type Writing } from './chain-text.js';
import { endsAlways } from './endings.js';
import { type InlinedFunction, inlineBody } from './inline-body.js';
import { deeper, insideOf, moveLines } from './layout.js';
import { isWritten } from './names.js';
import type { Place } from './place.js';
import { indentOfBody, stepOfBody } from './step.js';

/**
 * Writes `promise.then(onValue, onError)`, where `onError` is for the promise alone, not for what `onValue` throws:
 * `let data; try { data = await promise; } catch (err) { … }`, and what `onValue` does behind it.
 */
export function writeTwoWays(writing: Writing, onValue: InlinedFunction, onError: InlinedFunction): void {
  const { c, chain, body, place, convert, end, lastWords } = writing;
  if (lastWords)
    c.refuse('not-convertible', 'two callbacks in one then, and something behind both', chain.promise);
  if (c.file.commentsIn(endOf(onError), end).length > 0)
    c.refuse('not-convertible', 'a comment stands behind the callbacks', onError);
  moveNames(c, onValue, body.scope, true);
  moveNames(c, onError, onError, false);
  const { lineEnd } = c.file.style;
  const value = valueOf(writing, onValue);
  const { from, text: head } = beginTry(writing, { before: value.declaration, keyword: value.assignment });
  const handler = `${lineEnd}${place.indent}} catch ${caughtIn(c, onError)}{${handlerText(writing, onError)}`;
  const text = `${head}${handler}${lineEnd}${place.indent}}${value.unfolding}`;
  const before = { from, text };
  inlineBody(c, onValue, body, before, { end: startOf(onError), text: '' }, convert);
  c.replace(startOf(onError), end, '');
}

/** How the value gets from the `try` block to the code behind it. */
interface Value {
  readonly declaration: string;
  readonly assignment: string;
  /** Of a value that is taken apart. */
  readonly unfolding: string;
}

function valueOf({ c, place }: Writing, { params: [parameter] }: InlinedFunction): Value {
  if (!parameter || !isParameterUsed(c, parameter)) return { declaration: '', assignment: '', unfolding: '' };
  const { lineEnd, semicolon } = c.file.style;
  const line = `${lineEnd}${place.indent}`;
  const written = c.textOf(parameter);
  if (!t.isIdentifier(parameter)) {
    const name = c.freshName('result');
    return {
      declaration: `let ${name}${semicolon}${line}`,
      assignment: `${name} = `,
      unfolding: `${line}${isWritten(c.file, parameter) ? 'let' : 'const'} ${written} = ${name}${semicolon}`,
    };
  }
  const type = parameter.typeAnnotation ? c.file.slice(parameter.typeAnnotation) : '';
  const name = written.slice(0, written.length - type.length);
  return { declaration: `let ${written}${semicolon}${line}`, assignment: `${name} = `, unfolding: '' };
}

/** What is done about an error, with `return` where today nothing follows. */
function handlerText({ c, body, place, convert }: Writing, onError: InlinedFunction): string {
  const { file } = c;
  const { lineEnd, semicolon } = file.style;
  const indent = deeper(c, place.indent);
  const inside: Place = { ...body, indent, shift: 0, scope: onError, isFunctionEnd: false };
  const block = onError.body;
  if (t.isBlockStatement(block)) {
    const { start, end } = insideOf(file, block);
    const text = c.apart(start, end, () => {
      convert.list(c, block.body, moveLines(c, start, end, file.indentAt(start), inside));
    });
    const last = endsAlways(c, block.body, 'result') ? [] : [`return${semicolon}`];
    return [...(text === '' ? [] : [text]), ...last].map((line) => `${lineEnd}${indent}${line}`).join('');
  }
  if (!t.isArrowFunctionExpression(onError)) return '';
  const step = stepOfBody(onError, block);
  const text = c.apart(step.start, step.end, () => {
    convert.step(c, step, moveLines(c, step.start, step.end, indentOfBody(file, step), inside), []);
  });
  const last = endsAlways(c, [t.expressionStatement(block)], 'result')
    ? ''
    : `${lineEnd}${indent}return${semicolon}`;
  return `${lineEnd}${indent}${text}${last}`;
}
