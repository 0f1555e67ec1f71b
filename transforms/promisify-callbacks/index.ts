import type * as t from '@babel/types';
import { defineTransform } from '../../src/define-transform.js';
import { callbackParameter } from '../../src/flow/promise-forms/own-form.js';
import { describeFunction, nameOfFunction } from '../../src/syntax/function-name.js';
import type { SyntaxFile } from '../../src/syntax/syntax-file.js';
import type { Finding, Reason, TransformContext } from '../../src/transform.js';
import { awaitCall } from './await-call.js';
import { type CallbackCall, findCallbackCalls, isSettledByPromise } from './callback-calls.js';
import { enclosingOf } from './enclosing.js';
import { OwnFunctions } from './own-functions.js';

export default defineTransform({
  name: 'promisify-callbacks',
  summary: 'Awaits calls that take an error-first callback, with `util.promisify` or their own promise form.',
  codes: {
    'callback-function': '{name} finishes by a callback of its own',
    'callback-call': '`{callee}` calls back after the function that called it has ended',
  },
  appliesTo: (text) => /function\b|=>/.test(text),
  find: (context) => {
    const ownFunctions = new OwnFunctions(context);
    return context.files.flatMap((file) => findInFile(context, file, ownFunctions));
  },
});

function findInFile(
  context: TransformContext,
  file: SyntaxFile,
  ownFunctions: OwnFunctions,
): readonly Finding[] {
  const all = findCallbackCalls(context, file);
  const ofCalls = all
    .filter((found) => !isSettledByPromise(file, found))
    .map((found) => ({
      code: 'callback-call',
      range: file.rangeOf(found.call),
      data: { callee: calleeName(file, found) },
      outcome: outcomeFor(context, file, found, all, ownFunctions),
    }));
  return [...ofCalls, ...findOwnFunctions(file, ofCalls, ownFunctions)];
}

/** Functions that only hand their callback on hold no callback call; they are of interest when they can be converted. */
function findOwnFunctions(
  file: SyntaxFile,
  ofCalls: readonly Finding[],
  ownFunctions: OwnFunctions,
): readonly Finding[] {
  return file.functions().flatMap((fn) => {
    if (!callbackParameter(file, fn) || !isNamed(file, fn)) return [];
    const { start, end } = file.rangeOf(fn);
    if (ofCalls.some(({ range }) => start <= range.start && range.end <= end)) return [];
    const outcome = ownFunctions.outcomeFor(file, fn);
    if (outcome.kind === 'refusal') return [];
    const name = describeFunction(file, fn);
    return [{ code: 'callback-function', range: { file: file.path, start, end }, data: { name }, outcome }];
  });
}

function isNamed(file: SyntaxFile, fn: t.Function): boolean {
  return nameOfFunction(file, fn) !== undefined;
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
