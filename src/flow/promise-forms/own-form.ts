import * as t from '@babel/types';
import type { Binding } from '../../syntax/binding.js';
import type { SyntaxFile } from '../../syntax/syntax-file.js';
import { unwrap } from '../../syntax/unwrap.js';
import type { Reason, TransformContext } from '../../transform.js';
import { isInTryOfItsFunction } from '../awaited-call.js';
import { findOwnThis } from '../own-this.js';
import { plainArguments } from '../plain-value.js';
import { callbackOfArity, type CalledWith, movedTo } from '../call-arity.js';
import { calledFunction, type FunctionInFile } from '../called-function.js';
import { completionSummary, type CompletionSummary, reasonOf } from '../completing-once.js';
import { promisifiedMethod, promisifiedOwnFunction } from '../promisified-constant.js';
import { mayThrowAtOnce } from '../sync-throw.js';
import { assumedForm } from './assumed-async.js';
import type { CallbackRun, PromiseForm, PromiseFormResult } from './result.js';
import { refusal, RUNS_LATER, toResults } from './result.js';

/** A function of the project whose last parameter is an error-first callback that it calls exactly once. */
export interface OwnCallbackFunction extends FunctionInFile {
  readonly callback: Binding;
  readonly summary: CompletionSummary;
  /** Could calling it throw, before it calls back? */
  readonly mayThrow: boolean;
  readonly run: CallbackRun;
}

/** Functions that are being judged: one that calls itself in the same way is judged by the rest of its body. */
export type Judged = readonly CalledWith[];

/** Judges the calls that a function's callback is handed to. */
export type FormFinder = (file: SyntaxFile, call: t.CallExpression, judged: Judged) => PromiseFormResult;

/**
 * The parameter that a function calls when it is done: the last one that gets an argument, when it is called, handed on
 * or moved to another parameter somewhere.
 */
export function callbackParameter(
  file: SyntaxFile,
  fn: t.Function,
  count = fn.params.length,
): Binding | undefined {
  const binding = callbackOfArity(file, { fn, count });
  if (!binding || binding.kind !== 'param' || fn.async || fn.generator) return undefined;
  const isCalled = binding.references.some((reference) => {
    const parent = file.parentOf(reference);
    if (t.isAssignmentExpression(parent)) return movedTo(file, { fn, count }, parent) !== undefined;
    return (
      t.isCallExpression(parent) && (parent.callee === reference || parent.arguments.at(-1) === reference)
    );
  });
  return isCalled ? binding : undefined;
}

/**
 * Says whether the function is one that calls back exactly once, or why not.
 *
 * @param called how it is called; with all its arguments when not given
 */
export function ownCallbackFunction(
  { file, fn }: FunctionInFile,
  judged: Judged,
  formOf: FormFinder,
  called: CalledWith = { fn, count: fn.params.length },
): OwnCallbackFunction | { readonly reason: Reason } | undefined {
  const callback = callbackParameter(file, fn, called.count);
  if (!callback) return undefined;
  const summary = completionSummary(file, fn, callback, called);
  if ('what' in summary) return { reason: reasonOf(file, summary) };
  const inside = [...judged, called];
  const results = summary.through.map((call) => formOf(file, call, inside));
  const unknown = results.find((result) => 'refusal' in result && !result.callsBackOnce);
  if (unknown && 'refusal' in unknown) return { reason: unknown.refusal };
  const quiet = summary.through.filter((_, index) => {
    const result = results[index];
    return result && 'form' in result && !result.form.throwsSynchronously;
  });
  const mayThrow = mayThrowAtOnce(file, fn, fn.body, new Set([...quiet, ...summary.completions]));
  const run = runOf(file, summary, results);
  return { file, fn, callback, summary: withHandedOnResults(summary, results), mayThrow, run };
}

/** How the callback is run: by the function itself, or by the calls that it is handed to. */
function runOf(
  file: SyntaxFile,
  summary: CompletionSummary,
  forms: readonly PromiseFormResult[],
): CallbackRun {
  let { atOnce, exception } = summary;
  summary.through.forEach((call, index) => {
    const form = forms[index];
    const run = form && ('form' in form ? form.form.run : form.callsBackOnce);
    if (!run) return;
    atOnce ||= run.atOnce;
    const isHandedOn = !t.isFunction(unwrap(call.arguments.at(-1) ?? call));
    if (run.atOnce && isInTryOfItsFunction(file, call)) exception = 'is-caught';
    else if (run.exception !== 'escapes' && exception !== 'is-caught')
      exception = isHandedOn ? run.exception : 'is-caught';
  });
  return { atOnce, exception };
}

/** What reaches the callback through calls that it is handed to counts as well. */
function withHandedOnResults(
  summary: CompletionSummary,
  forms: readonly PromiseFormResult[],
): CompletionSummary {
  let { results, resultsWithError } = summary;
  summary.through.forEach((call, index) => {
    const last = call.arguments.at(-1);
    const form = forms[index];
    if (!last || !form || t.isFunction(unwrap(last))) return;
    if (!('form' in form)) {
      results = Number.POSITIVE_INFINITY;
      return;
    }
    const { kind } = form.form.results;
    results = Math.max(results, kind === 'object' ? 2 : kind === 'value' ? 1 : 0);
    resultsWithError ||= form.form.resultsOnError === 'given';
  });
  return { ...summary, results, resultsWithError };
}

/** `util.promisify` gives the first of several results: all that the callback takes. */
function takesOneResult(call: t.CallExpression): boolean {
  const callback = unwrap(call.arguments.at(-1) ?? call);
  return (
    t.isFunction(callback) &&
    callback.params.length <= 2 &&
    callback.params.every((one) => t.isIdentifier(one))
  );
}

/** A call of a function from within itself: it adds nothing to what the rest of the function says. */
const RECURSION: PromiseForm = {
  callee: '',
  suffix: '',
  results: { kind: 'none' },
  topLevel: [],
  throwsSynchronously: false,
  resultsOnError: 'undefined',
  run: RUNS_LATER,
};

/**
 * The promise form of a call of the project's own callback function: `util.promisify` of it.
 *
 * @param formOf how the calls inside it are judged
 * @returns undefined when the call runs no function that is known
 */
export function ownForm(
  context: TransformContext,
  file: SyntaxFile,
  call: t.CallExpression,
  judged: Judged,
  formOf: FormFinder,
): PromiseFormResult | undefined {
  const called = calledFunction(context, file, call);
  if (!called) return undefined;
  const assumed = assumedForm(context, called.fn);
  if (assumed)
    return {
      form: { ...RECURSION, ...assumed, callee: file.slice(call.callee), throwsSynchronously: true },
    };
  const count = call.arguments.length;
  const plain = plainArguments(file, call);
  const isJudged = (other: CalledWith): boolean =>
    other.fn === called.fn &&
    other.count === count &&
    (other.plain ?? []).every((index) => plain.includes(index));
  if (judged.some(isJudged)) return { form: RECURSION };
  const own = ownCallbackFunction(called, judged, formOf, { fn: called.fn, count, plain });
  const name = file.slice(call.callee);
  if (!own) return refusal(file, call, 'not-convertible', `${name} takes no completion callback`);
  if ('reason' in own) return { refusal: own.reason };
  if (own.fn.params.length < count)
    return refusal(file, call, 'not-convertible', `${name} is called with another number of arguments`);
  if (own.summary.results > 1 && !takesOneResult(call))
    return {
      ...refusal(file, call, 'not-convertible', `${name} gives its callback several results`),
      callsBackOnce: own.run,
    };
  const promisified =
    findOwnThis(own.file, own.fn).length > 0
      ? promisifiedMethod(file, call)
      : promisifiedOwnFunction(file, call);
  if (!promisified)
    return refusal(file, call, 'not-convertible', 'the method can not be bound to its object');
  const form: PromiseForm = {
    ...promisified,
    suffix: '',
    results: toResults(own.summary.results === 0 ? [] : ['result']),
    throwsSynchronously: own.mayThrow,
    resultsOnError: own.summary.resultsWithError ? 'given' : 'undefined',
    run: own.run,
  };
  return { form };
}
