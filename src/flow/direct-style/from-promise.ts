import * as t from '@babel/types';
import type { Binding } from '../../syntax/binding.js';
import { endOf, startOf, type SyntaxFile } from '../../syntax/syntax-file.js';
import type { TransformContext } from '../../transform.js';
import { findOwnThisOrArguments } from '../own-this.js';
import { findCompleters } from './completers.js';
import { Conversion } from './conversion.js';
import { type DirectStyleResult, resultOf } from './direct-style.js';
import { endsAlways } from './endings.js';
import { type InlinedFunction, inlineBody, inlineOver } from './inline-body.js';
import { deeper, endOfTextBefore } from './layout.js';
import { bindingsDeclaredIn, moveName } from './names.js';
import type { Place } from './place.js';
import { CONVERTERS } from './statements.js';

/** `return new Promise(executor)`, or an arrow's body that is one, as the end of a function. */
export interface ReturnedPromise {
  readonly maker: t.NewExpression;
  readonly executor: InlinedFunction;
  readonly resolve: Binding;
  readonly reject: Binding | undefined;
}

/** Moves the names that the executor's body declares into the function. */
function moveDeclarations(c: Conversion, executor: InlinedFunction): void {
  for (const binding of bindingsDeclaredIn(c.file, executor))
    if (!executor.params.some((parameter) => c.file.contains(parameter, binding.identifier)))
      moveName(c, binding, c.fn, executor);
}

/** Puts the executor's statements where the `return` is. */
function writeInBlock(c: Conversion, statement: t.Statement, executor: InlinedFunction): void {
  const { file } = c;
  const indent = file.indentAt(startOf(statement));
  const place: Place = {
    rest: [],
    indent,
    shift: 0,
    scope: c.fn,
    isCaught: false,
    returned: 'dropped',
    isFunctionEnd: true,
  };
  inlineOver(c, statement, executor, place, CONVERTERS);
}

/** Gives the arrow the executor's block as its own. */
function writeAsBody(c: Conversion, arrow: t.ArrowFunctionExpression, executor: InlinedFunction): void {
  const { file } = c;
  const { lineEnd } = file.style;
  const indent = file.indentAt(startOf(arrow));
  const place: Place = {
    rest: [],
    indent: deeper(c, indent),
    shift: 0,
    scope: arrow,
    isCaught: false,
    returned: 'dropped',
    isFunctionEnd: true,
  };
  const from = endOfTextBefore(file, startOf(arrow.body));
  if (!file.text.slice(0, from).endsWith('=>'))
    c.refuse('not-convertible', 'a comment or parenthesis before the promise', arrow.body);
  inlineBody(
    c,
    executor,
    place,
    { from, text: ' {' },
    { end: endOf(arrow), text: `${lineEnd}${indent}}` },
    CONVERTERS,
  );
}

/**
 * Writes a function that ends by returning a promise it makes by hand as one that returns and throws. The function must
 * become async: that edit is the caller's.
 *
 * @returns the edits of the body, or the first reason against it
 */
export function fromPromise(
  context: TransformContext,
  file: SyntaxFile,
  fn: t.Function,
  { maker, executor, resolve, reject }: ReturnedPromise,
): DirectStyleResult {
  const names = { promise: { resolve, reject } };
  const completers = findCompleters(file, executor, names);
  const c = new Conversion(context, file, fn, { ...names, completers });
  const own = findOwnThisOrArguments(file, executor);
  if (own) c.refuse('not-convertible', `the executor uses \`${file.slice(own)}\``, own);
  if (t.isBlockStatement(executor.body) && executor.body.directives.length > 0)
    c.refuse('not-convertible', 'the executor has a directive', executor);
  moveDeclarations(c, executor);
  const statement = file.parentOf(maker);
  if (t.isReturnStatement(statement)) writeInBlock(c, statement, executor);
  else if (t.isArrowFunctionExpression(fn)) writeAsBody(c, fn, executor);
  const ends = t.isBlockStatement(executor.body)
    ? endsAlways(c, executor.body.body, 'result')
    : endsAlways(c, [t.expressionStatement(executor.body)], 'result');
  return resultOf(c, ends);
}
