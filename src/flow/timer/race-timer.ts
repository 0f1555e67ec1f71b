import * as t from '@babel/types';
import type { Binding } from '../../syntax/binding.js';
import { closureRoleOf } from '../closure-role.js';
import type { SyntaxFile } from '../../syntax/syntax-file.js';
import { memberName, unwrap } from '../../syntax/unwrap.js';
import type { TimerCall } from './timer-call.js';
import { handleOf } from './timer-handle.js';

/** A `Promise.race`, one promise of which is settled by a timer. */
export interface TimedRace {
  readonly file: SyntaxFile;
  /** The function that holds the race. */
  readonly fn: t.Function;
  /** The statement that makes the promise. */
  readonly statement: t.Statement;
  /** `Promise.race([…])` */
  readonly race: t.CallExpression;
}

/** A timer that only settles a promise, which takes part in a race: when another one wins, it is left behind. */
export interface RaceTimer extends TimedRace {
  readonly call: t.CallExpression;
  /** The variable of the function that it is stored in, where nothing clears it. */
  readonly binding?: Binding;
}

/** `() => reject(new Error('too late'))`, or `resolve` itself. */
export function onlySettles(file: SyntaxFile, executor: t.Function, { callback }: TimerCall): boolean {
  const isSettler = (node: t.Node): boolean => {
    const binding = t.isIdentifier(node) ? file.bindingOf(node) : undefined;
    return binding !== undefined && executor.params.some((parameter) => parameter === binding.identifier);
  };
  const node = unwrap(callback);
  if (isSettler(node)) return true;
  if (!t.isFunction(node)) return false;
  const result = t.isBlockStatement(node.body) ? onlyExpressionOf(node.body) : node.body;
  return t.isCallExpression(result) && isSettler(result.callee);
}

function onlyExpressionOf({ body }: t.BlockStatement): t.Expression | undefined {
  const [only, ...others] = body;
  if (others.length > 0) return undefined;
  if (t.isExpressionStatement(only)) return only.expression;
  return t.isReturnStatement(only) ? (only.argument ?? undefined) : undefined;
}

/** The `Promise.race` that it is given to, in its array. */
export function raceWith(file: SyntaxFile, value: t.Node): t.CallExpression | undefined {
  const array = file.parentOf(value);
  const race = array && file.parentOf(array);
  const isRace =
    t.isArrayExpression(array) &&
    t.isCallExpression(race) &&
    t.isMemberExpression(race.callee) &&
    file.isGlobal(race.callee.object, 'Promise') &&
    memberName(race.callee) === 'race';
  return isRace ? race : undefined;
}

/** The race that a promise takes part in, and does nothing else. */
function raceOf(file: SyntaxFile, promise: t.NewExpression): t.CallExpression | undefined {
  const direct = raceWith(file, promise);
  if (direct) return direct;
  const declarator = file.parentOf(promise);
  const binding =
    t.isVariableDeclarator(declarator) && t.isIdentifier(declarator.id)
      ? file.bindingOf(declarator.id)
      : undefined;
  const [race, ...others] = (binding?.references ?? []).map((reference) => raceWith(file, reference));
  return others.length === 0 ? race : undefined;
}

/** `id = setTimeout(…)`, with an `id` of the function that nothing clears. */
function unclearedVariable(file: SyntaxFile, fn: t.Function, timer: TimerCall): Binding | undefined {
  const handle = handleOf(file, timer);
  if (handle.kind !== 'variable' || !t.isExpressionStatement(handle.statement)) return undefined;
  const { binding } = handle;
  const isOwn = file.enclosingFunction(binding.identifier) === fn && binding.kind !== 'param';
  return isOwn && binding.references.length === 0 && binding.writes.length === 1 ? binding : undefined;
}

/** @returns undefined for timers that don't take part in a race, or do more than settle its promise. */
export function raceTimerOf(file: SyntaxFile, timer: TimerCall): RaceTimer | undefined {
  const executor = file.enclosingFunction(timer.call);
  const role = executor && closureRoleOf(file, executor);
  if (role?.kind !== 'executor' || !executor || !onlySettles(file, executor, timer)) return undefined;
  const race = raceOf(file, role.promise);
  const fn = file.enclosingFunction(role.promise);
  const statement = file.enclosingStatement(role.promise);
  if (!race || !fn || !statement || file.enclosingFunction(race) !== fn) return undefined;
  const parent = file.parentOf(timer.call);
  const binding = unclearedVariable(file, fn, timer);
  const isDropped = t.isExpressionStatement(parent) || parent === executor;
  if (!isDropped && !binding) return undefined;
  return { file, fn, statement, call: timer.call, race, ...(binding && { binding }) };
}
