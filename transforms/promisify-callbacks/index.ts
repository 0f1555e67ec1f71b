import { defineTransform } from '../../src/define-transform.js';
import { callbackParameter } from '../../src/flow/promise-forms/own-form.js';
import { describeFunction } from '../../src/syntax/function-name.js';
import type { SyntaxFile } from '../../src/syntax/syntax-file.js';
import type { Finding, Reason, TransformContext } from '../../src/transform.js';
import { awaitCall } from './await-call.js';
import { type CallbackCall, findCallbackCalls, isSettledByPromise } from './callback-calls.js';
import { enclosingOf } from './enclosing.js';
import { OwnFunctions } from './own-functions.js';
import { handMadePromises } from './promise-executor.js';
import { replacePromise } from './replace-promise.js';
import { unfoldPromise } from './unfold-promise.js';

export default defineTransform({
  name: 'promisify-callbacks',
  summary: 'Awaits calls that take an error-first callback, with `util.promisify` or their own promise form.',
  codes: {
    'hand-made-promise': 'a promise is made by hand around a call with a callback',
    'callback-function': '{name} finishes by a callback of its own',
    'callback-call': '`{callee}` calls back after the function that called it has ended',
  },
  appliesTo: (text) => /function\b|=>/.test(text),
  find: (context) => {
    const ownFunctions = new OwnFunctions(context);
    const ofCalls = context.files.flatMap((file) => findInFile(context, file, ownFunctions));
    const ofPromises = context.files.flatMap((file) => findPromises(context, file));
    return [...ofCalls, ...ofPromises, ...findOwnFunctions(ofCalls, ownFunctions)];
  },
});

function findInFile(
  context: TransformContext,
  file: SyntaxFile,
  ownFunctions: OwnFunctions,
): readonly Finding[] {
  const all = findCallbackCalls(context, file);
  return all
    .filter((found) => !isSettledByPromise(file, found))
    .map((found) => ({
      code: 'callback-call',
      range: file.rangeOf(found.call),
      data: { callee: calleeName(file, found) },
      outcome: outcomeFor(context, file, found, all, ownFunctions),
    }));
}

/** Promises that are made by hand are waited for as they are: only those that can be written better are findings. */
function findPromises(context: TransformContext, file: SyntaxFile): readonly Finding[] {
  return handMadePromises(file).flatMap((promise) => {
    const outcome = replacePromise(context, file, promise) ?? unfoldPromise(context, file, promise);
    return outcome ? [{ code: 'hand-made-promise', range: file.rangeOf(promise.maker), outcome }] : [];
  });
}

/** Convertible functions that hold no callback call, or stand in a file that isn't looked at. */
function findOwnFunctions(ofCalls: readonly Finding[], ownFunctions: OwnFunctions): readonly Finding[] {
  return ownFunctions.convertible.flatMap(({ file, fn }) => {
    const range = file.rangeOf(fn);
    const isCovered = ofCalls.some(
      (finding) =>
        finding.range.file === range.file &&
        range.start <= finding.range.start &&
        finding.range.end <= range.end,
    );
    if (isCovered) return [];
    const name = describeFunction(file, fn);
    return [{ code: 'callback-function', range, data: { name }, outcome: ownFunctions.outcomeFor(file, fn) }];
  });
}

function calleeName(file: SyntaxFile, { call }: CallbackCall): string {
  const [firstLine = ''] = file.slice(call.callee).split(/\r?\n/);
  return firstLine.length > 60 ? `${firstLine.slice(0, 60)}…` : firstLine;
}

function outcomeFor(
  context: TransformContext,
  file: SyntaxFile,
  found: CallbackCall,
  all: readonly CallbackCall[],
  ownFunctions: OwnFunctions,
): Finding['outcome'] {
  const refuse = (reason: Omit<Reason, 'places'>): Finding['outcome'] => ({
    kind: 'refusal',
    reason: { ...reason, places: [file.rangeOf(found.call)] },
  });
  const together = ownFunctions.outcomeOfCall(found.call);
  if (together?.kind === 'safe') return together;
  const { fn, outer } = enclosingOf(file, found, all);
  if (!fn) return refuse({ code: 'no-await-here', data: { place: 'the top of a module' } });
  if (!fn.async && callbackParameter(file, fn)) return ownFunctions.outcomeFor(file, fn);
  if (outer)
    return refuse({
      code: 'not-convertible',
      data: { what: 'it stands in a callback that is not converted' },
    });
  return awaitCall(context, file, fn, found.call);
}
