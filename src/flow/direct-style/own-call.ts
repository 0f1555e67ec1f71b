import * as t from '@babel/types';
import { endOf, startOf } from '../../syntax/syntax-file.js';
import type { Binding } from '../../syntax/binding.js';
import { unwrap } from '../../syntax/unwrap.js';
import { assumedForm } from '../promise-forms/assumed-async.js';
import { answersByContext } from './context-answer.js';
import type { Conversion } from './conversion.js';
import { effectOfNext } from './effects.js';
import { mayRunIntoException } from './exceptions.js';
import { convertOwnFunction, type OwnFunction, ownFunctionCalled } from './own-function.js';
import { onOwnLines } from './own-lines.js';
import type { Next, Place } from './place.js';
import { withoutArgument } from './signature.js';
import type { Converters, Step } from './step.js';

/** The name of the context when it is passed to a function that answers through it. */
function contextArgument(c: Conversion, argument: t.Node | undefined): t.Identifier | undefined {
  const node = argument && unwrap(argument);
  const { context } = c.completions.names;
  return context && t.isIdentifier(node) && c.file.bindingOf(node) === context ? node : undefined;
}

/** Lambda takes the first of several results that its callback is given. */
function writeFirstResult(
  c: Conversion,
  step: Step,
  call: t.CallExpression,
  place: Place,
  result: string,
): void {
  if (c.resultNames || c.completions.names.callback?.scope !== c.together[0]?.fn)
    c.refuse('not-convertible', 'several results are handed on', call);
  const { lineEnd, semicolon } = c.file.style;
  const name = c.freshName(result);
  c.needsAsync = true;
  const pattern = name === result ? name : `${result}: ${name}`;
  onOwnLines(c, step, place, ({ start, end }, { indent }) => {
    c.replace(start, startOf(call), `const { ${pattern} } = await `);
    c.replace(endOf(call), end, `${semicolon}${lineEnd}${indent}return ${name}${semicolon}`);
  });
}

/**
 * A promise that is returned in a `try` block settles behind it: what the function calls back with is not caught, as
 * today, and what it throws at once no longer is.
 */
function checkReturnedInTry(
  c: Conversion,
  call: t.CallExpression,
  { fn, binding }: { readonly fn: t.Function; readonly binding: Binding },
  { conversion }: OwnFunction,
): void {
  if (!conversion.needsAsync || conversion.resultNames)
    c.refuse('not-convertible', 'the call stands in a try block that would catch its errors', call);
  else if (mayRunIntoException(c.file, fn))
    c.doubt('answer-changes', `an exception inside \`${binding.name}\` would no longer be caught here`, call);
}

/**
 * Writes the call of a function that finishes this one as `return helper(…)`: the function is given the callback, or is
 * inside and uses it. The function is converted, too.
 *
 * @returns false when the step is no such call
 */
export function convertOwnCall(
  c: Conversion,
  step: Step,
  place: Place,
  next: Next,
  convert: Converters,
): boolean {
  const call = unwrap(step.expression);
  if (!t.isCallExpression(call)) return false;
  const called = ownFunctionCalled(c, call);
  if (!called || assumedForm(c.context, called.fn)) return false;
  const isCompleter = c.completions.asCompleter(called.callee) !== undefined;
  const callbackIndex = call.arguments.findIndex(
    (argument) => c.completions.asCallback(argument) !== undefined,
  );
  const contextIndex = call.arguments.findIndex(
    (argument, index) =>
      contextArgument(c, argument) !== undefined && answersByContext(c.file, called.fn, index),
  );
  if (!isCompleter && callbackIndex < 0 && contextIndex < 0) return false;
  const own = convertOwnFunction(
    c,
    called,
    isCompleter || callbackIndex < 0 ? undefined : callbackIndex,
    isCompleter || contextIndex < 0 ? undefined : contextIndex,
    convert,
  );
  if (!own) return true;
  if (next.length > 0) {
    const isHarmless = own.endsAlways && effectOfNext(c.file, c.completions, next) === 'none';
    if (!isHarmless) c.refuse('not-convertible', 'code after the call still runs today', step.node);
  }
  if (place.isCaught) checkReturnedInTry(c, call, called, own);
  c.understand(called.callee);
  const handedOn = contextArgument(c, call.arguments[contextIndex]);
  if (handedOn) c.understand(handedOn);
  const passed =
    callbackIndex < 0 ? undefined : c.completions.asCallback(call.arguments[callbackIndex] ?? call);
  if (passed && !isCompleter) {
    c.understand(passed);
    for (const { start, end, text } of withoutArgument(call, callbackIndex)) c.replace(start, end, text);
  }
  c.needsAsync ||= own.conversion.needsAsync;
  c.awaited.push(call);
  const [first] = own.resultNames ?? [];
  if (first !== undefined) {
    writeFirstResult(c, step, call, place, first);
    return true;
  }
  c.replace(step.start, startOf(call), 'return ');
  if (c.file.text[step.end - 1] !== ';' && step.node === step.expression)
    c.replace(endOf(call), step.end, ';');
  return true;
}
