import * as t from '@babel/types';
import { closureRoleOf } from '../closure-role.js';
import type { SyntaxFile } from '../../syntax/syntax-file.js';
import { memberName, unwrap } from '../../syntax/unwrap.js';
import type { TimerCall } from './timer-call.js';

/** A timer that only settles a promise, which takes part in a race: when another one wins, it is left behind. */
export interface RaceTimer {
  readonly file: SyntaxFile;
  /** The function that holds the race. */
  readonly fn: t.Function;
  /** The statement that makes the promise. */
  readonly statement: t.Statement;
  readonly call: t.CallExpression;
}

/** `() => reject(new Error('too late'))`, or `resolve` itself. */
function onlySettles(file: SyntaxFile, executor: t.Function, { callback }: TimerCall): boolean {
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

/** Is it an element of the array that `Promise.race` is given? */
function isInRace(file: SyntaxFile, value: t.Node): boolean {
  const array = file.parentOf(value);
  const race = array && file.parentOf(array);
  return (
    t.isArrayExpression(array) &&
    t.isCallExpression(race) &&
    t.isMemberExpression(race.callee) &&
    file.isGlobal(race.callee.object, 'Promise') &&
    memberName(race.callee) === 'race'
  );
}

function takesPartInRace(file: SyntaxFile, promise: t.NewExpression): boolean {
  if (isInRace(file, promise)) return true;
  const declarator = file.parentOf(promise);
  const binding =
    t.isVariableDeclarator(declarator) && t.isIdentifier(declarator.id)
      ? file.bindingOf(declarator.id)
      : undefined;
  return (
    binding !== undefined &&
    binding.references.length > 0 &&
    binding.references.every((reference) => isInRace(file, reference))
  );
}

/** @returns undefined for timers that don't take part in a race, or do more than settle its promise. */
export function raceTimerOf(file: SyntaxFile, timer: TimerCall): RaceTimer | undefined {
  const executor = file.enclosingFunction(timer.call);
  const role = executor && closureRoleOf(file, executor);
  if (role?.kind !== 'executor' || !executor) return undefined;
  const parent = file.parentOf(timer.call);
  const isDropped = t.isExpressionStatement(parent) || parent === executor;
  if (!isDropped || !onlySettles(file, executor, timer) || !takesPartInRace(file, role.promise))
    return undefined;
  const fn = file.enclosingFunction(role.promise);
  const statement = file.enclosingStatement(role.promise);
  return fn && statement && fn.async ? { file, fn, statement, call: timer.call } : undefined;
}
