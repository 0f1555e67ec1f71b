import * as t from '@babel/types';
import { endOf, startOf } from '../../syntax/syntax-file.js';
import type { PromiseForm } from '../promise-form.js';
import { removeHead } from './callback-body.js';
import type { Callback, ErrorHandling } from './callback-shape.js';
import { beginPromise, type Continuation } from './call-text.js';
import { Conversion } from './conversion.js';
import type { CountedLoop } from './counted-loop.js';
import { endsAlways } from './endings.js';
import { deeper, indentInResult, insideOf, moveLines, removeStatement } from './layout.js';
import type { Place } from './place.js';
import type { Converters } from './step.js';

/** The call that a round of a loop makes, and its callback. */
export interface Round {
  readonly c: Conversion;
  readonly loop: CountedLoop;
  readonly form: PromiseForm;
  readonly callback: Callback;
  readonly handling: ErrorHandling;
  /** Where the loop stands. */
  readonly place: Place;
  readonly convert: Converters;
}

/**
 * Writes the call of a round as a promise that is collected: `pending.push(f(…).then((data) => { … }))`. The callback's
 * body stays where it is, as what is done with the value.
 *
 * @param name of the list of promises
 */
export function writeRound(round: Round, name: string): void {
  const { c, loop, form, handling, callback, place } = round;
  const promise = beginPromise(c, { call: loop.call, form, place }, `${name}.push(`);
  switch (handling.kind) {
    case 'ignored':
      if (!isEmpty(round)) refuseGoingOn(round);
      writeNothingMore(round, promise, '() => {}');
      return;
    case 'passed-on':
      for (const identifier of handling.identifiers) c.understand(identifier);
      if (isEmpty(round, handling.head)) writeNothingMore(round, promise, '');
      else {
        if (!leaves(round, handling.head)) refuseGoingOn(round);
        removeHead(c, handling.head, c.file.indentAt(startOf(handling.head)));
        writeThen(round, promise, '');
      }
      refuseElse(round, handling.head);
      return;
    case 'handled': {
      const onError = writeErrorBranch(round, handling.head.consequent);
      if (isEmpty(round, handling.head)) writeNothingMore(round, promise, onError);
      else {
        if (!leaves(round, handling.head)) refuseGoingOn(round);
        removeStatement(c, handling.head);
        writeThen(round, promise, onError);
      }
      refuseElse(round, handling.head);
      return;
    }
    default:
      c.refuse('not-convertible', 'the callbacks of the loop go on with the error', callback.fn);
  }
}

function refuseGoingOn({ c, callback }: Round): void {
  c.refuse('not-convertible', 'the callbacks of the loop go on after an error', callback.fn);
}

/** Does nothing behind it run today when there is an error? Calling back alone doesn't end a callback. */
function leaves({ c }: Round, head: t.Statement): boolean {
  return !t.isIfStatement(head) || endsAlways(c, [head.consequent], 'today');
}

function refuseElse({ c }: Round, head: t.Statement): void {
  if (t.isIfStatement(head) && head.alternate)
    c.refuse('not-convertible', 'the callbacks of the loop have a branch for success', head.alternate);
}

/** Does the callback do nothing but look at the error and count? */
function isEmpty({ c, callback, loop }: Round, head?: t.Statement): boolean {
  const { body } = callback.fn;
  const { count } = loop;
  const gone = [...count.statements, ...(head ? [head] : [])];
  const isKept = (comment: t.Comment): boolean =>
    ![count.whenAll, t.isIfStatement(head) ? head.consequent : undefined].some(
      (moved) => moved && startOf(moved) < startOf(comment) && endOf(comment) < endOf(moved),
    );
  const isBare = t.isBlockStatement(body) && body.body.every((statement) => gone.includes(statement));
  return isBare && !c.file.commentsIn(startOf(callback.fn), endOf(callback.fn)).some(isKept);
}

/** `pending.push(f(…))`, and what is done about an error. */
function writeNothingMore({ c, loop }: Round, { from, text }: Continuation, onError: string): void {
  c.replace(from, endOf(loop.call), `${text}${onError && `.catch(${onError})`})`);
}

/** `.then((data) => { … })` behind the promise, with what is done about an error as its second function. */
function writeThen(round: Round, { from, text }: Continuation, onError: string): void {
  const { c, loop, callback, place, convert } = round;
  const { fn } = callback;
  for (const counting of loop.count.statements) removeStatement(c, counting);
  const body = t.isBlockStatement(fn.body) ? fn.body.body : [];
  const inner = new Conversion(c.context, c.file, fn, c.completions.names, c);
  const first = body.find((statement) => !c.isReplaced(statement)) ?? fn.body;
  convert.list(inner, body, placeInside(round, fn, indentInResult(c, first, place)));
  const keyword = inner.needsAsync ? 'async ' : '';
  c.replace(from, startOf(fn.body), `${text}.then(${keyword}(${parameterOf(round)}) => `);
  c.replace(endOf(fn), endOf(loop.call), `${onError && `, ${onError}`}))`);
}

/** `(err) => { … }`, which is written elsewhere than the branch that it is made of. */
function writeErrorBranch(round: Round, branch: t.Statement): string {
  const { c, loop, callback, place, convert } = round;
  const { file } = c;
  const { lineEnd } = file.style;
  const list = t.isBlockStatement(branch) ? branch.body : [branch];
  const [only, ...more] = list;
  const [error] = callback.fn.params;
  refuseOtherNames(round, branch);
  const { start, end } = insideOf(file, branch);
  const hasComment = file.commentsIn(start, end).length > 0;
  if (!error || (!only && !hasComment)) return '() => {}';
  const head = `(${c.textOf(error)}) =>`;
  if (t.isExpressionStatement(only) && more.length === 0 && !hasComment && !c.completions.isIn(only))
    return `${head} ${c.textOf(only.expression)}`;
  const indent = indentInResult(c, loop.call, place);
  const inner = new Conversion(c.context, file, callback.fn, c.completions.names, c);
  const text = c.apart(start, end, () => {
    const inside = { ...placeInside(round, branch, deeper(c, indent)), shift: 0 };
    convert.list(inner, list, moveLines(c, start, end, file.indentAt(start), inside));
  });
  return `${inner.needsAsync ? 'async ' : ''}${head} {${lineEnd}${deeper(c, indent)}${text}${lineEnd}${indent}}`;
}

/** Of all that the callback declares, the function for an error has the error only. */
function refuseOtherNames({ c, callback: { fn } }: Round, branch: t.Statement): void {
  const [error] = fn.params;
  const other = c.file.nodes('Identifier').find((node) => {
    const binding = c.file.contains(branch, node) ? c.file.bindingOf(node) : undefined;
    return binding?.scope === fn && binding.identifier !== error;
  });
  if (other)
    c.refuse('not-convertible', `the loop's error handling uses the callback's \`${other.name}\``, other);
}

/** A place in a function that is called with what became of the promise. */
function placeInside({ place }: Round, scope: t.Node, indent: string): Place {
  return { ...place, rest: [], indent, scope, isCaught: false, returned: 'dropped', isFunctionEnd: true };
}

/** The promise's value, as the parameter of what follows it. */
function parameterOf({ c, callback, form }: Round): string {
  const { fn, results, pattern } = callback;
  const { results: given } = form;
  const names = given.kind === 'object' ? given.properties : given.kind === 'value' ? ['value'] : [];
  const missing = results.slice(names.length).find((binding) => binding !== undefined);
  if (missing) c.refuse('not-convertible', 'the promise form does not give this result', missing.identifier);
  const [, first] = fn.params;
  if (given.kind !== 'object') return first && (pattern ?? results[0]) ? c.textOf(first) : '';
  if (pattern) c.refuse('not-convertible', 'the callback destructures its parameters', fn);
  const parts = names.flatMap((property, index) => {
    const name = results[index]?.name;
    return name === undefined ? [] : [name === property ? name : `${property}: ${name}`];
  });
  return parts.length > 0 ? `{ ${parts.join(', ')} }` : '';
}
