import * as t from '@babel/types';
import { defineTransform } from '../../src/define-transform.js';
import { closureRoleOf } from '../../src/flow/resource/closure-role.js';
import {
  clearingCalls,
  handleOf,
  isUnreferenced,
  type TimerCall,
  timerCallOf,
} from '../../src/flow/timer/timer-call.js';
import { fixTimer } from '../../src/flow/timer/timer-fix.js';
import type { SyntaxFile } from '../../src/syntax/syntax-file.js';
import type { Finding, Reason, TransformContext } from '../../src/transform.js';

export default defineTransform({
  name: 'await-timers',
  summary: 'Lets timers that a handler starts end before it answers.',
  codes: {
    'timer-outlives-handler':
      'the `{name}` callback can run after the answer, in another invocation or never',
    'interval-outlives-handler': 'nothing ends this `setInterval`: it goes on in later invocations',
  },
  appliesTo: (text) => /\bset(?:Timeout|Immediate|Interval)\b/.test(text),
  find,
});

function find(context: TransformContext): readonly Finding[] {
  return context.files.flatMap((file) => {
    const handlers = new Set(context.handlersIn(file).map(({ fn }) => fn));
    return file.nodes('CallExpression').flatMap((call) => {
      const timer = timerCallOf(file, call);
      const handler = timer && handlerAround(file, call, handlers);
      return handler ? (findingAt(context, file, handler, timer) ?? []) : [];
    });
  });
}

function handlerAround(
  file: SyntaxFile,
  node: t.Node,
  handlers: ReadonlySet<t.Function>,
): t.Function | undefined {
  for (const ancestor of file.ancestors(node))
    if (t.isFunction(ancestor) && handlers.has(ancestor)) return ancestor;
  return undefined;
}

function findingAt(
  context: TransformContext,
  file: SyntaxFile,
  handler: t.Function,
  timer: TimerCall,
): Finding | undefined {
  const handle = handleOf(file, timer);
  if (handle.kind === 'unref') return undefined;
  if (handle.kind === 'variable') {
    const { binding } = handle;
    const isEnded = clearingCalls(file, binding).length > 0 || isUnreferenced(file, binding);
    if (isEnded || file.enclosingFunction(binding.identifier) === undefined) return undefined;
  }
  if (isLeftToPromise(file, handler, timer.call)) return undefined;
  if (timer.name === 'setInterval')
    return finding(file, timer, { kind: 'refusal', reason: endless(file, timer) });
  if (handle.kind !== 'dropped')
    return refusal(file, timer, { code: 'stored', data: { what: file.slice(timer.call.callee) } });
  if (file.enclosingFunction(timer.call) !== handler)
    return refusal(file, timer, {
      code: 'not-convertible',
      data: { what: 'a function inside the handler starts it' },
    });
  if (!handler.async)
    return isWaitedForByRuntime(file, handler)
      ? undefined
      : refusal(file, timer, { code: 'not-async', data: { name: 'the handler' } });
  const fix = fixTimer(context, { file, fn: handler, statement: handle.statement, timer });
  return finding(file, timer, fix);
}

/** Set by the executor of a promise, it ends when the promise does; or by another timer's callback, which is looked at first. */
function isLeftToPromise(file: SyntaxFile, handler: t.Function, call: t.Node): boolean {
  for (const ancestor of file.ancestors(call)) {
    if (ancestor === handler) return false;
    if (!t.isFunction(ancestor)) continue;
    const role = closureRoleOf(file, ancestor);
    if (role.kind === 'executor') return true;
    if (role.kind === 'argument' && t.isCallExpression(role.call) && timerCallOf(file, role.call))
      return true;
  }
  return false;
}

/** After `callback(…)` the runtime waits for the event loop to drain, unless it is told not to, or asked by the context. */
function isWaitedForByRuntime(file: SyntaxFile, handler: t.Function): boolean {
  const text = file.slice(handler);
  return handler.params.length >= 3 && !/callbackWaitsForEmptyEventLoop|\.(?:succeed|fail|done)\(/.test(text);
}

function endless(file: SyntaxFile, { call }: TimerCall): Reason {
  return { code: 'never-ends', data: { what: file.slice(call.callee) }, places: [file.rangeOf(call)] };
}

function refusal(file: SyntaxFile, timer: TimerCall, reason: Reason): Finding {
  return finding(file, timer, { kind: 'refusal', reason: { places: [file.rangeOf(timer.call)], ...reason } });
}

function finding(file: SyntaxFile, { name, call }: TimerCall, outcome: Finding['outcome']): Finding {
  return {
    code: name === 'setInterval' ? 'interval-outlives-handler' : 'timer-outlives-handler',
    range: file.rangeOf(call),
    data: { name },
    outcome,
  };
}
