import * as t from '@babel/types';
import type { Binding } from '../../syntax/binding.js';
import { unwrap } from '../../syntax/unwrap.js';
import { functionNamed } from '../called-function.js';
import { completionSummary } from '../completing-once.js';
import { assumedForm } from '../promise-forms/assumed-async.js';
import {
  type CallbackRun,
  type PromiseForm,
  promiseFormOf,
  type PromiseFormResult,
} from '../promise-form.js';
import { callsEndedWith } from './async-library.js';
import { writeBody } from './callback-body.js';
import { type Callback, type ErrorHandling, errorHandlingOf, readCallback } from './callback-shape.js';
import {
  type AwaitedCall,
  beginTry,
  isExactInTry,
  mayThrowAtOnce,
  type Target,
  writePassedThrough,
} from './call-text.js';
import { bindingOfFunction } from './completers.js';
import type { Conversion } from './conversion.js';
import { effectOfNext, isHarmless } from './effects.js';
import { deeper } from './layout.js';
import { convertOwnFunction, ownFunctionCalled } from './own-function.js';
import { mayRunIntoException } from './exceptions.js';
import { propertiesToVariables } from './own-properties.js';
import { bindingsDeclaredIn, isWritten, moveName } from './names.js';
import type { Place } from './place.js';
import { writeSettledCall } from './settled-call.js';
import type { Converters, Step } from './step.js';

function objectTarget(
  c: Conversion,
  callback: Callback,
  properties: readonly string[],
  place: Place,
): Target | undefined {
  const moved = properties.flatMap((property, index) => {
    const binding = callback.results[index];
    return binding ? [{ property, binding, name: moveName(c, binding, place.scope, callback.fn) }] : [];
  });
  if (moved.length === 0) return undefined;
  const parts = moved.map(({ property, name }) => (name === property ? name : `${property}: ${name}`));
  return {
    text: `{ ${parts.join(', ')} }`,
    names: moved.map(({ name }) => name),
    isWritten: moved.some(({ binding }) => binding.writes.length > 0),
  };
}

function availableResults({ results }: PromiseForm): number {
  if (results.kind === 'none') return 0;
  return results.kind === 'value' ? 1 : results.properties.length;
}

/** Gives the results their names at the place; undefined when none is used. */
function targetOf(c: Conversion, callback: Callback, form: PromiseForm, place: Place): Target | undefined {
  const { results, pattern } = callback;
  const { kind } = form.results;
  const missing = results.slice(availableResults(form)).find((binding) => binding !== undefined);
  if (missing) c.refuse('not-convertible', 'the promise form does not give this result', missing.identifier);
  if (kind === 'none') return undefined;
  if (kind === 'object') {
    if (pattern) c.refuse('not-convertible', 'the callback destructures its parameters', callback.fn);
    return objectTarget(c, callback, form.results.properties, place);
  }
  if (pattern) {
    const names = Object.keys(t.getBindingIdentifiers(pattern));
    return { text: c.textOf(pattern), names, isWritten: isWritten(c.file, pattern) };
  }
  const [first] = results;
  if (!first) return undefined;
  const name = moveName(c, first, place.scope, callback.fn);
  return { text: name, names: [name], isWritten: first.writes.length > 0 };
}

/** Moves the names that the callback's body declares to the place. */
function moveDeclarations(c: Conversion, callback: Callback, place: Place): void {
  const { fn } = callback;
  const isParameter = (binding: Binding): boolean =>
    fn.params.some((parameter) => c.file.contains(parameter, binding.identifier));
  for (const binding of bindingsDeclaredIn(c.file, fn)) {
    if (t.isFunctionExpression(fn) && binding.identifier === fn.id) {
      if (binding.references.length > 0) c.refuse('not-convertible', 'the callback calls itself', fn);
      continue;
    }
    const isInPattern = callback.pattern && c.file.contains(callback.pattern, binding.identifier);
    if (isInPattern || !isParameter(binding)) moveName(c, binding, place.scope, fn);
  }
}

/**
 * The direct form of a call of a function of this file, which is converted together with this one.
 *
 * @returns undefined when it is no such function, or may not call back exactly once
 */
function ownForm(c: Conversion, call: t.CallExpression, convert: Converters): PromiseFormResult | undefined {
  const called = ownFunctionCalled(c, call);
  if (called && assumedForm(c.context, called.fn)) return undefined;
  const index = call.arguments.length - 1;
  const parameter = called?.fn.params[index];
  const callback = t.isIdentifier(parameter) ? c.file.bindingOf(parameter) : undefined;
  if (!called || !callback || called.fn.params.length !== call.arguments.length) return undefined;
  if (c.limits.keeps(called.fn)) return undefined;
  const summary = completionSummary(c.file, called.fn, callback);
  if ('what' in summary || summary.resultsWithError) return undefined;
  const refusals = c.refusalCount;
  const own = convertOwnFunction(c, called, index, undefined, convert);
  if (c.refusalCount > refusals) c.betterKept.add(called.fn);
  if (!own) return undefined;
  c.understand(called.callee);
  const results: PromiseForm['results'] = own.resultNames
    ? { kind: 'object', properties: own.resultNames }
    : { kind: 'value' };
  return {
    form: {
      callee: called.callee.name,
      suffix: '',
      results,
      topLevel: [],
      throwsSynchronously: false,
      resultsOnError: 'undefined',
      run: runOf(promiseFormOf(c.context, c.file, call)),
    },
  };
}

/** A request of aws-sdk v2, whose callback gets the response as `this`. */
function isSdkRequest(result: PromiseFormResult): boolean {
  return 'form' in result && result.form.suffix === '.promise()';
}

/** How a call runs its callback; the worst when that isn't known. */
function runOf(result: PromiseFormResult): CallbackRun {
  const run = 'form' in result ? result.form.run : result.callsBackOnce;
  return run ?? { atOnce: true, exception: 'is-caught' };
}

/** An exception in a callback that is run inside a `try` of the function called goes to its `catch` today. */
function doubtCaughtExceptions(
  c: Conversion,
  call: t.CallExpression,
  { fn }: Callback,
  handling: ErrorHandling,
  run: CallbackRun,
): void {
  const isSame = run.exception === 'comes-back' && handling.kind === 'passed-on';
  if (run.exception === 'escapes' || isSame) return;
  const statements = t.isBlockStatement(fn.body) ? fn.body.body : [t.expressionStatement(fn.body)];
  if (isHarmless(effectOfNext(c.file, c.completions, statements))) return;
  const what = `an exception in the callback is caught by \`${c.file.slice(call.callee)}\` today`;
  c.doubt('answer-changes', what, call);
}

/** Ways of handling an error that end it. */
const RECOVERING: ReadonlySet<string> = new Set(['ignored', 'handled', 'variable']);

/** An exception inside the awaited function ended the process before; now the error handling here gets it. */
function doubtOwnExceptions(c: Conversion, call: t.CallExpression): void {
  const called = ownFunctionCalled(c, call);
  if (!called || !mayRunIntoException(c.file, called.fn)) return;
  c.betterKept.add(called.fn);
  c.doubt('answer-changes', `an exception inside \`${called.callee.name}\` would be handled here, too`, call);
}

/** An exception in the callback ends the process today; in the result it goes to the `catch` around the call. */
function doubtExceptionsInTry(c: Conversion, { fn }: Callback): void {
  const statements = t.isBlockStatement(fn.body) ? fn.body.body : [t.expressionStatement(fn.body)];
  if (isHarmless(effectOfNext(c.file, c.completions, statements))) return;
  c.doubt(
    'answer-changes',
    'an exception in the callback would be handled by the `catch` around the call',
    fn,
  );
}

/** `f(…, done)` becomes `try { data = await f(…); } catch (err) { return done(err); } return done(null, data);` */
function passToCompleter(
  c: Conversion,
  awaited: AwaitedCall,
  completer: t.Identifier,
  convert: Converters,
): void {
  const { form, place, step } = awaited;
  if (awaited.step.behind)
    c.refuse('not-convertible', 'code after the call runs before its callback', completer);
  const { lineEnd, semicolon } = c.file.style;
  const fn = functionNamed(c.file, completer);
  const binding = fn && bindingOfFunction(c.file, fn);
  if (!fn || !binding || form.results.kind === 'object' || fn.params.length > 2) {
    c.refuse('not-convertible', `\`${completer.name}\` takes other results`, completer);
    return;
  }
  if (!convertOwnFunction(c, { fn, binding }, undefined, undefined, convert)) return;
  c.understand(completer);
  const takesResult = form.results.kind === 'value' && fn.params.length > 1;
  const name = takesResult ? c.freshName('data') : '';
  const target: Target | undefined = takesResult ? { text: name, names: [name], isWritten: true } : undefined;
  const { from, text } = beginTry(c, { ...awaited, target }, [], false);
  const failed = takesResult && form.resultsOnError === 'null' ? 'err, null' : 'err';
  const inner = deeper(c, place.indent);
  const lines = [
    text,
    `${place.indent}} catch (err) {`,
    `${inner}return ${completer.name}(${failed})${semicolon}`,
    `${place.indent}}`,
    `${place.indent}return ${completer.name}(${takesResult ? `null, ${name}` : 'null'})${semicolon}`,
  ];
  c.replace(from, step.end, lines.join(lineEnd));
}

/** The code behind the call runs before the callback today, and not at all when the call throws. */
function refuseSeenBehind(c: Conversion, call: t.CallExpression, result: PromiseFormResult): void {
  if (runOf(result).atOnce)
    c.refuse('not-convertible', 'code after the call may run after its callback', call);
  if (!('form' in result) || mayThrowAtOnce(c, call, result.form))
    c.refuse('not-convertible', 'code after the call does not run when the call throws', call);
}

/** Is the awaited promise form of the call equal to its callback form, with this callback? */
function isExact(
  c: Conversion,
  call: t.CallExpression,
  { results, pattern }: Callback,
  handling: ErrorHandling,
  result: PromiseFormResult,
): boolean {
  if ('refusal' in result) return false;
  const { form } = result;
  if (pattern) return true;
  if (results.slice(availableResults(form)).some((binding) => binding !== undefined)) return false;
  if (!RECOVERING.has(handling.kind)) return true;
  const readsResults = handling.kind !== 'handled' && results.some((binding) => binding !== undefined);
  return isExactInTry(c, call, form) && !(form.resultsOnError === 'given' && readsResults);
}

/**
 * Writes a call that is given an error-first callback as an awaited one, and the callback's body behind it.
 * Nothing may run after the call.
 *
 * @returns false when the step is no such call
 */
export function convertAwaitedCall(c: Conversion, step: Step, place: Place, convert: Converters): boolean {
  const call = unwrap(step.expression);
  if (!t.isCallExpression(call)) return false;
  const last = call.arguments.at(-1);
  if (!last) return false;
  const completing = c.completions.asCallback(last);
  const completer = c.completions.asCompleter(last);
  const isFunction = t.isFunctionExpression(unwrap(last)) || t.isArrowFunctionExpression(unwrap(last));
  if (!completing && !completer && !isFunction) return false;
  const own = isFunction ? ownForm(c, call, convert) : undefined;
  const result = own ?? promiseFormOf(c.context, c.file, call);
  const settles = c.limits.settlesCalls && isFunction;
  if ('refusal' in result && !(settles && result.callsBackOnce)) {
    c.refuseFor(result.refusal);
    return true;
  }
  // A promise that is made around the call never rejects: the catch around gets what the call throws at once, as today.
  const staysSettled = place.isCaught && settles && !own && !step.behind;
  if (place.isCaught && !staysSettled)
    c.refuse('not-convertible', 'the call stands in a try block that would catch its errors too', call);
  c.awaited.push(call);
  const fn = unwrap(last);
  const isWithoutThis =
    isSdkRequest(result) && t.isFunctionExpression(fn) && propertiesToVariables(c, fn, step, place);
  const callback = isFunction ? readCallback(c, last, isWithoutThis) : undefined;
  const handling = callback && errorHandlingOf(c, callback);
  c.awaited.push(...callsEndedWith(c, call, handling));
  if (callback && handling) doubtCaughtExceptions(c, call, callback, handling, runOf(result));
  if (runOf(result).atOnce) c.resumed.push(call);
  if (step.behind) refuseSeenBehind(c, call, result);
  if (staysSettled && callback) doubtExceptionsInTry(c, callback);
  const isEqual = callback && handling && !staysSettled && isExact(c, call, callback, handling, result);
  if (settles && callback && handling && !isEqual) {
    writeSettledCall(c, step, call, callback, place, convert);
    return true;
  }
  if ('refusal' in result) return true;
  const { form } = result;
  c.topLevel.push(...form.topLevel);
  if (completing) {
    c.understand(completing);
    writePassedThrough(c, { step, call, form, place, target: undefined });
    return true;
  }
  if (completer) {
    passToCompleter(c, { step, call, form, place, target: undefined }, completer, convert);
    return true;
  }
  if (!callback || !handling) return true;
  if (own && RECOVERING.has(handling.kind)) doubtOwnExceptions(c, call);
  if (callback.error && handling.kind !== 'variable') c.erased.add(callback.error);
  moveDeclarations(c, callback, place);
  const target = targetOf(c, callback, form, place);
  writeBody(c, { step, call, form, place, target }, callback, handling, convert);
  return true;
}
