import { defineTransform } from '../../src/define-transform.js';
import { callbackParameter } from '../../src/flow/promise-forms/own-form.js';
import { describeFunction } from '../../src/syntax/function-name.js';
import type { SyntaxFile } from '../../src/syntax/syntax-file.js';
import type { Finding, Reason, TransformContext } from '../../src/transform.js';
import { awaitCall } from './await-call.js';
import { type CallbackCall, findCallbackCalls, isSettledByPromise } from './callback-calls.js';
import { enclosingOf } from './enclosing.js';

export default defineTransform({
  name: 'promisify-callbacks',
  summary: 'Awaits calls that take an error-first callback, with `util.promisify` or their own promise form.',
  codes: {
    'callback-call': '`{callee}` calls back after the function that called it has ended',
  },
  appliesTo: (text) => /function\b|=>/.test(text),
  find: (context) => context.files.flatMap((file) => findInFile(context, file)),
});

function findInFile(context: TransformContext, file: SyntaxFile): readonly Finding[] {
  const all = findCallbackCalls(context, file);
  return all
    .filter((found) => !isSettledByPromise(file, found))
    .map((found) => ({
      code: 'callback-call',
      range: file.rangeOf(found.call),
      data: { callee: calleeName(file, found) },
      outcome: outcomeFor(context, file, found, all),
    }));
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
): Finding['outcome'] {
  const refuse = (reason: Omit<Reason, 'places'>): Finding['outcome'] => ({
    kind: 'refusal',
    reason: { ...reason, places: [file.rangeOf(found.call)] },
  });
  const { fn, outer } = enclosingOf(file, found, all);
  if (!fn) return refuse({ code: 'no-await-here', data: { place: 'the top of a module' } });
  if (outer)
    return refuse({
      code: 'not-convertible',
      data: { what: 'it stands in a callback that is not converted' },
    });
  if (!fn.async && callbackParameter(file, fn))
    return refuse({
      code: 'not-convertible',
      data: { what: `${describeFunction(file, fn)} finishes by a callback of its own` },
    });
  return awaitCall(context, file, fn, found.call);
}
