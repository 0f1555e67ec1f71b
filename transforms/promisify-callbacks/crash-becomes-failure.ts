import * as t from '@babel/types';
import { type ExceptionScope, mayRunIntoException } from '../../src/flow/direct-style/exceptions.js';
import type { SyntaxFile } from '../../src/syntax/syntax-file.js';
import { memberName, unwrap } from '../../src/syntax/unwrap.js';
import type { Reason } from '../../src/transform.js';

/** An exception in a reaction to a promise is a rejection already. */
function isChainCall(call: t.CallExpression): boolean {
  const callee = unwrap(call.callee);
  return t.isMemberExpression(callee) && /^(?:then|catch|finally)$/.test(memberName(callee) ?? '');
}

/** The bodies of the callbacks that calls are given. */
function callbackBodies(calls: readonly t.Node[]): readonly t.Node[] {
  return calls.flatMap((call) => {
    if (!t.isCallExpression(call) || isChainCall(call)) return [];
    const last = call.arguments.at(-1);
    const callback = last && unwrap(last);
    return callback && t.isFunction(callback) ? [callback.body] : [];
  });
}

/**
 * May one of the callbacks that are written in direct style throw? The process ends with that today; in the result the
 * function fails.
 *
 * @param awaited the calls with these callbacks
 */
export function mayCrashInCallback(
  file: SyntaxFile,
  fn: t.Function,
  awaited: readonly t.Node[],
  finishing: ExceptionScope['finishing'] = [],
): boolean {
  const within = callbackBodies(awaited).filter((body) => file.contains(fn, body));
  return mayRunIntoException(file, fn, { within, finishing });
}

/** What a person must look at when somebody acts on failures of such a function. */
export function crashBecomesFailure(file: SyntaxFile, node: t.Node): Reason {
  return {
    code: 'answer-changes',
    data: { what: 'an exception in a callback ends the process today, and would be handled as a failure' },
    places: [file.rangeOf(node)],
  };
}
