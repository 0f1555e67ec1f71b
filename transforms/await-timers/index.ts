import * as t from '@babel/types';
import type { ChangeSet } from '../../src/edit/change-set.js';
import { defineTransform } from '../../src/define-transform.js';
import { findStopOfAwait } from '../../src/flow/async-stop.js';
import { awaitContextOf } from '../../src/flow/await-context.js';
import { closureRoleOf } from '../../src/flow/closure-role.js';
import { HandlerPath } from '../../src/flow/handler-path.js';
import { oneFixPerFunction } from '../../src/flow/one-fix-per-function.js';
import { clearAfterRace } from '../../src/flow/timer/clear-after-race.js';
import { clearInFinally } from '../../src/flow/timer/cleared-timer.js';
import { clearLentRaceTimer } from '../../src/flow/timer/lent-race-timer.js';
import { fixTimerInHelper } from '../../src/flow/timer/helper-timer.js';
import { raceTimerOf } from '../../src/flow/timer/race-timer.js';
import { type TimerCall, timerCallOf } from '../../src/flow/timer/timer-call.js';
import { fixTimerInHandler } from '../../src/flow/timer/handler-timer.js';
import type { LooseTimer } from '../../src/flow/timer/loose-timer.js';
import { GroupFixes, timerGroupOf } from '../../src/flow/timer/timer-group.js';
import { handleOf, type TimerHandle } from '../../src/flow/timer/timer-handle.js';
import type { SyntaxFile } from '../../src/syntax/syntax-file.js';
import type { Finding, Reason, TransformContext } from '../../src/transform.js';
import { isAcceptedTimer } from './accepted-timer.js';
import { clearingOfNamed } from './named-timer.js';
import { answersInTimer, isWaitedForByRuntime } from './runtime-waits.js';

export default defineTransform({
  name: 'await-timers',
  summary: 'Lets timers that a handler starts end before it answers.',
  codes: {
    'timer-outlives-handler':
      'the `{name}` callback can run after the answer, in another invocation or never',
    'timer-outlives-race': 'the timer that lost the race runs on after the answer',
    'timer-cleared-on-some-paths':
      'the timer runs on after the answer when the function ends before it is cleared',
    'interval-outlives-handler': 'nothing ends this `setInterval`: it goes on in later invocations',
  },
  appliesTo: (text) => /\bset(?:Timeout|Immediate|Interval)\b|\b(?:nextTick|queueMicrotask)\b/.test(text),
  find,
});

function find(context: TransformContext): readonly Finding[] {
  const path = lazyHandlerPath(context);
  return context.files.flatMap((file) => {
    const handlers = new Set(context.handlersIn(file).map(({ fn }) => fn));
    const groupFixes = new GroupFixes();
    const found = file.nodes('CallExpression').flatMap((call) => {
      const timer = timerCallOf(file, call);
      const fn = timer && runningFunction(file, call);
      if (!fn || !path().has(file, call)) return [];
      const finding = findingAt(context, file, { fn, timer, isHandler: handlers.has(fn), groupFixes });
      return finding ? { fn, finding } : [];
    });
    return oneFixPerFunction(found);
  });
}

/** Found only when there is a timer. What a handler starts that the runtime waits for is no leak. */
function lazyHandlerPath(context: TransformContext): () => HandlerPath {
  let path: HandlerPath | undefined;
  return () => (path ??= new HandlerPath(context, (file, handler) => !isWaitedForByRuntime(file, handler)));
}

interface Place {
  /** The function whose call runs the timer's call. */
  readonly fn: t.Function;
  readonly timer: TimerCall;
  readonly isHandler: boolean;
  readonly groupFixes: GroupFixes;
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
  const lent = clearLentRaceTimer(context, file, timer);
  if (lent) return finding(file, timer, toOutcome(lent), 'timer-outlives-race');
  const clearing = clearingOfNamed(file, timer, handle);
  if (clearing?.kind === 'unless-it-fails') {
    const outcome = toOutcome(clearInFinally(context, clearing.timer));
    return finding(file, timer, outcome, 'timer-cleared-on-some-paths');
  }
  if (clearing?.kind === 'sometimes')
    return refusal(
      file,
      timer,
      {
        code: 'not-convertible',
        data: { what: 'it is cleared on some ways, and left to run on others' },
        places: clearing.calls.map((call) => file.rangeOf(call)),
      },
      'timer-cleared-on-some-paths',
    );
  if (isAcceptedTimer(context, file, timer, handle)) return undefined;
  if (timer.name === 'setInterval')
    return refusal(file, timer, { code: 'never-ends', data: { what: file.slice(timer.call.callee) } });
  const statement = looseStatement(handle);
  const guard = handle.kind === 'dropped' ? handle.guard : undefined;
  return statement
    ? looseFinding(context, place, { file, fn: place.fn, statement, guard, timer })
    : refusal(file, timer, usedHandle(file, timer, handle));
}

function looseFinding(
  context: TransformContext,
  { isHandler, groupFixes }: Place,
  loose: LooseTimer,
): Finding | undefined {
  const { file, fn, statement, timer } = loose;
  const where = awaitContextOf(file, statement);
  if (where.kind === 'never')
    return refusal(file, timer, { code: 'no-await-here', data: { place: where.place } });
  if (isHandler && !fn.async && answersInTimer(file, fn, timer)) return undefined;
  const stop = isHandler && fn.async ? findStopOfAwait(context, file, fn) : undefined;
  if (stop) return refusal(file, timer, stop);
  const group = isHandler && fn.async ? timerGroupOf(loose) : undefined;
  if (group) return finding(file, timer, toOutcome(groupFixes.fixOf(context, group)));
  const fix = isHandler ? fixTimerInHandler(context, loose) : fixTimerInHelper(context, loose);
  // The runtime waits for what a handler with a callback starts.
  if (fix.kind === 'refusal' && fix.reason.code === 'callback-handler') return undefined;
  return finding(file, timer, fix);
}

function toOutcome(fix: ChangeSet | Reason): Finding['outcome'] {
  return 'code' in fix ? { kind: 'refusal', reason: fix } : { kind: 'safe', changeSet: fix };
}

/** The statement that starts the timer and does nothing else with it. */
function looseStatement(handle: TimerHandle): t.Statement | undefined {
  if (handle.kind === 'dropped') return handle.statement;
  if (handle.kind !== 'variable' || handle.binding.references.length > 0) return undefined;
  const { statement } = handle;
  return t.isVariableDeclaration(statement) && statement.declarations.length === 1 ? statement : undefined;
}

/** Why a timer whose handle goes somewhere is left alone. */
function usedHandle(file: SyntaxFile, { call }: TimerCall, handle: TimerHandle): Reason {
  if (handle.kind === 'member') return { code: 'stored', data: { what: file.slice(handle.member) } };
  const what = handle.kind === 'variable' ? handle.binding.name : file.slice(call.callee);
  return { code: 'not-convertible', data: { what: `the value of \`${what}\` is used` } };
}

function refusal(file: SyntaxFile, timer: TimerCall, reason: Reason, code?: string): Finding {
  const places = [file.rangeOf(timer.call)];
  return finding(file, timer, { kind: 'refusal', reason: { places, ...reason } }, code);
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
