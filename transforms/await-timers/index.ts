import * as t from '@babel/types';
import { defineTransform } from '../../src/define-transform.js';
import { functionNamed } from '../../src/flow/called-function.js';
import { closureRoleOf } from '../../src/flow/closure-role.js';
import { oneFixPerFunction } from '../../src/flow/one-fix-per-function.js';
import {
  clearingCalls,
  handleOf,
  isUnreferenced,
  type TimerCall,
  type TimerHandle,
  timerCallOf,
} from '../../src/flow/timer/timer-call.js';
import { fixTimer } from '../../src/flow/timer/timer-fix.js';
import type { SyntaxFile } from '../../src/syntax/syntax-file.js';
import { unwrap } from '../../src/syntax/unwrap.js';
import type { Finding, Reason, TransformContext } from '../../src/transform.js';

export default defineTransform({
  name: 'await-timers',
  summary: 'Lets timers that a handler starts end before it answers.',
  codes: {
    'timer-outlives-handler':
      'the `{name}` callback can run after the answer, in another invocation or never',
    'interval-outlives-handler': 'nothing ends this `setInterval`: it goes on in later invocations',
  },
  appliesTo: (text) => /\bset(?:Timeout|Immediate|Interval)\b|\bnextTick\b/.test(text),
  find,
});

function find(context: TransformContext): readonly Finding[] {
  return context.files.flatMap((file) => {
    const handlers = new Set(context.handlersIn(file).map(({ fn }) => fn));
    const found = file.nodes('CallExpression').flatMap((call) => {
      const timer = timerCallOf(file, call);
      const fn = timer && handlerAround(file, call, handlers);
      const finding = fn && findingAt(context, file, fn, timer);
      return finding ? { fn, finding } : [];
    });
    return oneFixPerFunction(found);
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
  if (handle.kind === 'unref' || isMeantToStay(file, handle)) return undefined;
  if (timer.name === 'nextTick' && !startsWork(file, timer)) return undefined;
  if (isLeftToPromise(file, handler, timer.call)) return undefined;
  if (timer.name === 'setInterval')
    return finding(file, timer, { kind: 'refusal', reason: endless(file, timer) });
  const statement = looseStatement(handle);
  if (!statement)
    return refusal(file, timer, { code: 'stored', data: { what: file.slice(timer.call.callee) } });
  if (!isInStepWith(file, handler, timer.call))
    return refusal(file, timer, {
      code: 'not-convertible',
      data: { what: 'a function inside the handler starts it' },
    });
  if (!handler.async)
    return isWaitedForByRuntime(file, handler)
      ? undefined
      : refusal(file, timer, { code: 'not-async', data: { name: 'the handler' } });
  return finding(file, timer, fixTimer(context, { file, fn: handler, statement, timer }));
}

/** Something clears it, or nobody needs it, or the module keeps it. */
function isMeantToStay(file: SyntaxFile, handle: TimerHandle): boolean {
  if (handle.kind !== 'variable') return false;
  const { binding } = handle;
  const isOfModule = file.enclosingFunction(binding.identifier) === undefined;
  return isOfModule || clearingCalls(file, binding).length > 0 || isUnreferenced(file, binding);
}

/** `process.nextTick` calls back before the answer; what an async callback does then may take longer. */
function startsWork(file: SyntaxFile, { callback }: TimerCall): boolean {
  const node = unwrap(callback);
  const fn = t.isIdentifier(node) ? functionNamed(file, node) : node;
  return t.isFunction(fn) && fn.async === true;
}

/** The statement that starts the timer and does nothing else with it. */
function looseStatement(handle: TimerHandle): t.Statement | undefined {
  if (handle.kind === 'dropped') return handle.statement;
  if (handle.kind !== 'variable' || handle.binding.references.length > 0) return undefined;
  const { statement } = handle;
  return t.isVariableDeclaration(statement) && statement.declarations.length === 1 ? statement : undefined;
}

/** The handler itself runs the code, or a function that it calls at once for each element of something. */
function isInStepWith(file: SyntaxFile, handler: t.Function, node: t.Node): boolean {
  for (const ancestor of file.ancestors(node)) {
    if (ancestor === handler) return true;
    if (!t.isFunction(ancestor)) continue;
    if (ancestor.async || ancestor.generator || closureRoleOf(file, ancestor).kind !== 'each') return false;
  }
  return false;
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
