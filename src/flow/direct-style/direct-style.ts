import * as t from '@babel/types';
import type { SyntaxFile } from '../../syntax/syntax-file.js';
import type { Reason, TransformContext } from '../../transform.js';
import type { TextEdit } from '../../edit/text-edit.js';
import type { TopLevelRequest } from '../../edit/change-set.js';
import { findCompleters } from './completers.js';
import type { CompletionNames } from './completion.js';
import { Conversion, type ConversionLimits } from './conversion.js';
import { endsAlways } from './endings.js';
import { convertGenerator } from './generator-body.js';
import { refuseHiddenNames } from './hidden-names.js';
import { removeStatement } from './layout.js';
import { refuseOtherUses } from './own-function.js';
import { convertFunctionBody } from './statements.js';

/** A function in direct style, as edits of its body. */
export interface DirectStyle {
  readonly edits: readonly TextEdit[];
  readonly topLevel: readonly TopLevelRequest[];
  /** Calls that were given a callback and are awaited now. */
  readonly awaited: readonly t.Node[];
  /** Those of them whose callback may run before they return today: what comes behind them runs later in the result. */
  readonly resumed: readonly t.Node[];
  /** Completions that throw in the result. */
  readonly failing: readonly t.Node[];
  /** The functions that are converted: the ones asked for, and those that went with them. */
  readonly functions: readonly t.Function[];
  /** Does every way through the function end in a completion, or by `return` or `throw`? */
  readonly endsAlways: boolean;
  /** Arguments that nobody gets and names of functions that are not called any more, which go. */
  readonly dropped: readonly t.Node[];
  /** Why a person must look at the result, if so. */
  readonly doubt: Reason | undefined;
}

export type DirectStyleResult =
  | { readonly direct: DirectStyle }
  | {
      readonly refusal: Reason;
      /** A function that it needs is used elsewhere in the file as well: other functions may have to go with it. */
      readonly isShared: boolean;
    };

/**
 * Writes a function that finishes by calling a completion as one that returns and throws. The function must become
 * async, and lose the callback parameter: these edits are the caller's.
 *
 * @param names what finishes the function
 * @returns the edits of the body, or the first reason against it
 */
export function toDirectStyle(
  context: TransformContext,
  file: SyntaxFile,
  fn: t.Function,
  names: CompletionNames,
): DirectStyleResult {
  return convertTogether(context, file, [{ fn, names }]);
}

/**
 * As toDirectStyle, but a function of the file that others use as well keeps its callback, and is promisified where the
 * converted function calls it.
 */
export function toDirectStyleAlone(
  context: TransformContext,
  file: SyntaxFile,
  fn: t.Function,
  names: CompletionNames,
): DirectStyleResult {
  const together = toDirectStyle(context, file, fn, names);
  if ('direct' in together || !together.isShared) return together;
  const alone = convertTogether(context, file, [{ fn, names }], { keepsOwnFunctions: true });
  return 'direct' in alone ? alone : together;
}

/** A function to convert, and what finishes it. */
export interface Root {
  readonly fn: t.Function;
  readonly names: CompletionNames;
  /** Statements that mean nothing in an async function: they go. */
  readonly dead?: readonly t.Statement[];
}

export interface ConversionOptions {
  /** Do functions of the file stay in callback form? They are promisified where they are called. */
  readonly keepsOwnFunctions?: boolean;
  /**
   * May a call without an equal promise form be awaited by a promise made around it? Then functions whose conversion
   * stands in the way stay in callback form as well.
   */
  readonly settlesCalls?: boolean;
}

/** Writes several functions of a file in direct style, with the functions that they share. */
export function convertTogether(
  context: TransformContext,
  file: SyntaxFile,
  roots: readonly Root[],
  { keepsOwnFunctions = false, settlesCalls = false }: ConversionOptions = {},
): DirectStyleResult {
  const kept = new Set<t.Function>();
  const keeps = (fn: t.Function): boolean => keepsOwnFunctions || kept.has(fn);
  let last = attempt(context, file, roots, { keeps, settlesCalls });
  let best = last.result;
  while (settlesCalls && rank(best) < 2) {
    const more = [...last.betterKept].filter((fn) => !kept.has(fn));
    if (more.length === 0) break;
    for (const fn of more) kept.add(fn);
    last = attempt(context, file, roots, { keeps, settlesCalls });
    if (rank(last.result) > rank(best)) best = last.result;
  }
  return best;
}

function rank(result: DirectStyleResult): number {
  if ('refusal' in result) return 0;
  return result.direct.doubt ? 1 : 2;
}

interface Attempt {
  readonly result: DirectStyleResult;
  /** Functions whose conversion stood in the way. */
  readonly betterKept: ReadonlySet<t.Function>;
}

function attempt(
  context: TransformContext,
  file: SyntaxFile,
  roots: readonly Root[],
  limits: ConversionLimits,
): Attempt {
  let first: Conversion | undefined;
  const ends: boolean[] = [];
  for (const { fn, names, dead = [] } of roots) {
    const completers = findCompleters(file, fn, names);
    const c: Conversion = new Conversion(context, file, fn, { ...names, completers }, first, limits);
    first ??= c;
    for (const statement of dead) removeStatement(c, statement);
    if (fn.generator) convertGenerator(c);
    convertFunctionBody(c, fn.async || fn.generator ? 'answer' : 'promise-is-answer');
    if (names.call && !c.awaited.includes(names.call))
      c.refuse('not-convertible', 'the call is no statement of its own', names.call);
    ends.push(!t.isBlockStatement(fn.body) || endsAlways(c, fn.body.body, 'result'));
  }
  if (!first) throw new RangeError('nothing to convert');
  return { result: resultOf(first, ends.every(Boolean)), betterKept: first.betterKept };
}

/** What has become of the functions that are converted together. */
export function resultOf(first: Conversion, endsAlways: boolean): DirectStyleResult {
  refuseOtherUses(first);
  refuseHiddenNames(first);
  const { refusal } = first;
  if (refusal) return { refusal, isShared: first.isShared };
  first.writeRenames();
  return {
    direct: {
      edits: first.edits.toEdits(),
      topLevel: first.topLevel,
      awaited: first.awaited,
      resumed: first.resumed,
      failing: first.failing,
      functions: first.together.map(({ fn }) => fn),
      endsAlways,
      dropped: first.droppedArguments,
      doubt: first.firstDoubt,
    },
  };
}
