import * as t from '@babel/types';
import type { ChangeSet } from '../../src/edit/change-set.js';
import { defineTransform } from '../../src/define-transform.js';
import { functionNamed } from '../../src/flow/called-function.js';
import { closureRoleOf } from '../../src/flow/closure-role.js';
import { HandlerPath } from '../../src/flow/handler-path.js';
import { oneFixPerFunction } from '../../src/flow/one-fix-per-function.js';
import {
  clearingCalls,
  handleOf,
  isUnreferenced,
  type TimerCall,
  type TimerHandle,
  timerCallOf,
} from '../../src/flow/timer/timer-call.js';
import {
  clearAfterRace,
  type ClearedTimer,
  clearedTimerOf,
  clearInFinally,
} from '../../src/flow/timer/cleared-timer.js';
import { fixTimerInHelper } from '../../src/flow/timer/helper-timer.js';
import { raceTimerOf } from '../../src/flow/timer/race-timer.js';
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
    'timer-outlives-race': 'the timer that lost the race runs on after the answer',
    'timer-cleared-on-some-paths':
      'the timer runs on after the answer when something fails before it is cleared',
    'interval-outlives-handler': 'nothing ends this `setInterval`: it goes on in later invocations',
  },
  appliesTo: (text) => /\bset(?:Timeout|Immediate|Interval)\b|\bnextTick\b/.test(text),
  find,
});

function find(context: TransformContext): readonly Finding[] {
  const path = lazyHandlerPath(context);
  return context.files.flatMap((file) => {
    const handlers = new Set(context.handlersIn(file).map(({ fn }) => fn));
    const found = file.nodes('CallExpression').flatMap((call) => {
      const timer = timerCallOf(file, call);
      const fn = timer && runningFunction(file, call);
      if (!fn || (!handlers.has(fn) && !path().has(file, call))) return [];
      const finding = findingAt(context, file, { fn, timer, isHandler: handlers.has(fn) });
      return finding ? { fn, finding } : [];
    });
    return oneFixPerFunction(found);
  });
}

/** Found only when there is a timer outside the handlers themselves. */
function lazyHandlerPath(context: TransformContext): () => HandlerPath {
  let path: HandlerPath | undefined;
  return () => (path ??= new HandlerPath(context));
}

interface Place {
  /** The function whose call runs the timer's call. */
  readonly fn: t.Function;
  readonly timer: TimerCall;
  readonly isHandler: boolean;
}

/** The function around it, past functions that are called at once for each element of something. */
function runningFunction(file: SyntaxFile, node: t.Node): t.Function | undefined {
  for (const ancestor of file.ancestors(node)) {
    if (!t.isFunction(ancestor)) continue;
    const isInStep = !ancestor.async && !ancestor.generator && closureRoleOf(file, ancestor).kind === 'each';
    if (!isInStep) return ancestor;
  }
  return undefined;
}

function findingAt(context: TransformContext, file: SyntaxFile, place: Place): Finding | undefined {
  const { timer } = place;
  const handle = handleOf(file, timer);
  const race = raceTimerOf(file, timer);
  if (race) return finding(file, timer, toOutcome(clearAfterRace(context, race)), 'timer-outlives-race');
  const cleared = handle.kind === 'variable' ? clearedOnSuccess(file, timer, handle) : undefined;
  if (cleared)
    return finding(file, timer, toOutcome(clearInFinally(context, cleared)), 'timer-cleared-on-some-paths');
  if (handle.kind === 'unref' || isMeantToStay(file, handle)) return undefined;
  if (timer.name === 'nextTick' && !startsWork(file, timer)) return undefined;
  if (isLeftToPromise(file, timer.call)) return undefined;
  if (timer.name === 'setInterval')
    return finding(file, timer, { kind: 'refusal', reason: endless(file, timer) });
  const statement = looseStatement(handle);
  if (!statement)
    return refusal(file, timer, { code: 'stored', data: { what: file.slice(timer.call.callee) } });
  return looseFinding(context, file, place, statement);
}

function looseFinding(
  context: TransformContext,
  file: SyntaxFile,
  { fn, timer, isHandler }: Place,
  statement: t.Statement,
): Finding | undefined {
  const loose = { file, fn, statement, timer };
  if (isHandler && !fn.async)
    return isWaitedForByRuntime(file, fn)
      ? undefined
      : refusal(file, timer, { code: 'not-async', data: { name: 'the handler' } });
  const fix = isHandler ? fixTimer(context, loose) : fixTimerInHelper(context, loose);
  // The runtime waits for what a handler with a callback starts.
  if (fix.kind === 'refusal' && fix.reason.code === 'callback-handler') return undefined;
  return finding(file, timer, fix);
}

function toOutcome(fix: ChangeSet | Reason): Finding['outcome'] {
  return 'code' in fix ? { kind: 'refusal', reason: fix } : { kind: 'safe', changeSet: fix };
}

/** Cleared by one statement behind it, which is not reached when something fails in between. */
function clearedOnSuccess(
  file: SyntaxFile,
  { call }: TimerCall,
  { binding }: Extract<TimerHandle, { kind: 'variable' }>,
): ClearedTimer | undefined {
  const fn = file.enclosingFunction(binding.identifier);
  const around = file.enclosingFunction(call);
  if (!fn?.async || !around) return undefined;
  if (around !== fn && closureRoleOf(file, around).kind !== 'executor') return undefined;
  let starting = file.enclosingStatement(call);
  while (starting && file.enclosingFunction(starting) !== fn) {
    const outer = file.parentOf(starting);
    starting = outer && file.enclosingStatement(outer);
  }
  return starting && clearedTimerOf(file, fn, binding, starting);
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

/** Set by the executor of a promise, it ends when the promise does; or by another timer's callback, which is looked at first. */
function isLeftToPromise(file: SyntaxFile, call: t.Node): boolean {
  for (const ancestor of file.ancestors(call)) {
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

function finding(
  file: SyntaxFile,
  { name, call }: TimerCall,
  outcome: Finding['outcome'],
  code = name === 'setInterval' ? 'interval-outlives-handler' : 'timer-outlives-handler',
): Finding {
  return {
    code,
    range: file.rangeOf(call),
    data: { name },
    outcome,
  };
}
