import * as t from '@babel/types';
import { isUsed } from '../../syntax/binding.js';
import { endOf, startOf } from '../../syntax/syntax-file.js';
import { typeOfCaught } from './caught-error.js';
import type { Continuation } from './call-text.js';
import type { Chain, LastWords, Reaction } from './chain-shape.js';
import { goOn } from './code-behind.js';
import type { Conversion } from './conversion.js';
import type { InlinedFunction } from './inline-body.js';
import { deeper, endsLine } from './layout.js';
import { bindingsDeclaredIn, isWritten, leaveOutRedeclarations, moveName } from './names.js';
import type { Place } from './place.js';
import type { Converters, Step } from './step.js';
import { mayThrow } from './sync-throw.js';

/** A chain, and where it is written. */
export interface Writing {
  readonly c: Conversion;
  readonly step: Step;
  readonly chain: Chain;
  /** What is done behind the chain, whatever came of it. */
  readonly lastWords: LastWords | undefined;
  /** Where the chain's own text ends. */
  readonly end: number;
  readonly place: Place;
  readonly convert: Converters;
  /** A place for the body of a reaction. */
  readonly body: Place;
}

/** Moves the names of an inlined function to the place. */
export function moveNames(c: Conversion, fn: InlinedFunction, scope: t.Node, withParameters: boolean): void {
  const isParameter = (identifier: t.Identifier): boolean =>
    fn.params.some((parameter) => c.file.contains(parameter, identifier));
  for (const binding of bindingsDeclaredIn(c.file, fn))
    if (withParameters || !isParameter(binding.identifier)) moveName(c, binding, scope, fn);
    else leaveOutRedeclarations(c, binding);
}

export function isParameterUsed(c: Conversion, parameter: t.Node): boolean {
  return !t.isIdentifier(parameter) || isUsed(c.file.bindingOf(parameter));
}

/** `const data = ` or nothing, for the awaited value. */
export function declarationFor(c: Conversion, reaction: Reaction): string {
  if (reaction.kind !== 'function') return '';
  const [parameter] = reaction.fn.params;
  if (!parameter || !isParameterUsed(c, parameter)) return '';
  return `${isWritten(c.file, parameter) ? 'let' : 'const'} ${c.textOf(parameter)} = `;
}

/** Ends the statement behind the promise; a comment on its last line stays there. */
function endBehindPromise({ c, step, chain: { promise } }: Writing): Continuation {
  const { file } = c;
  const { semicolon } = file.style;
  const end = endOf(promise);
  const comment = file.comments.find(
    (found) => startOf(found) >= end && /^[ \t]*$/.test(file.text.slice(end, startOf(found))),
  );
  if (!comment || !endsLine(file, endOf(comment)) || !endsLine(file, step.end))
    return { from: end, text: semicolon };
  c.edits.insert(end, semicolon);
  return { from: endOf(comment), text: '' };
}

/** Writes the promise behind `keyword`; where code runs meanwhile, it is made in front of that code. */
export function writeAwait(writing: Writing, head: string, keyword: string): Continuation {
  const { c, step, place } = writing;
  const { promise } = writing.chain;
  const { semicolon } = c.file.style;
  const { from, text } = endBehindPromise(writing);
  if (step.behind) {
    const name = c.freshName('pending');
    c.replace(step.start, startOf(promise), `const ${name} = `);
    return { from, text: text + goOn(c, step.behind, place, `${head}${keyword}${name}${semicolon}`) };
  }
  c.replace(step.start, startOf(promise), head + keyword);
  if (head !== '') c.edits.reindent(startOf(promise), from, 1);
  return { from, text };
}

/** What stands around an awaited promise in a `try` block. */
export interface Head {
  /** In front of `try`. */
  readonly before: string;
  /** In front of `await`: `const data = `, `return `. */
  readonly keyword: string;
}

/**
 * Writes the awaited promise as the first statement inside `try`; a promise whose expression may throw is made in
 * front, because that exception is not the chain's.
 *
 * @returns what follows the promise, and from where
 */
export function beginTry(writing: Writing, { before, keyword }: Head): Continuation {
  const { c, step, chain, place } = writing;
  const { lineEnd, semicolon } = c.file.style;
  const { promise } = chain;
  const { from, text } = endBehindPromise(writing);
  const inner = deeper(c, place.indent);
  const head = `${before}try {${lineEnd}${inner}${keyword}await `;
  if (!step.behind && !mayThrow(c.context, c.file, promise)) {
    c.replace(step.start, startOf(promise), head);
    c.edits.reindent(startOf(promise), endOf(promise), 1);
    return { from, text };
  }
  const name = c.freshName('pending');
  c.replace(step.start, startOf(promise), `const ${name} = `);
  const behind = step.behind ?? { text: '', end: step.end };
  return { from, text: text + goOn(c, behind, place, `${head}${name}${semicolon}`) };
}

/** The parameter of a `catch` clause, or nothing where the error isn't used. */
export function caughtIn(c: Conversion, { params: [parameter] }: InlinedFunction): string {
  return parameter && isParameterUsed(c, parameter) ? `(${caughtText(c, parameter)}) ` : '';
}

function caughtText(c: Conversion, parameter: t.Node): string {
  const binding = t.isIdentifier(parameter) ? c.file.bindingOf(parameter) : undefined;
  return binding ? binding.name + typeOfCaught(c.file, binding) : c.textOf(parameter);
}
