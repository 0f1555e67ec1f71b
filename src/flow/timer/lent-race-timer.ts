import * as t from '@babel/types';
import type { ChangeSet } from '../../edit/change-set.js';
import type { FileEdits } from '../../edit/file-edits.js';
import { isTypeScript } from '../../syntax/is-typescript.js';
import { endOf, startOf, type SyntaxFile } from '../../syntax/syntax-file.js';
import { memberName } from '../../syntax/unwrap.js';
import type { Reason, TransformContext } from '../../transform.js';
import type { Reference } from '../../types/oracle.js';
import { closureRoleOf } from '../closure-role.js';
import { clearAtRaceEnd, editsOf, newTimerVariable, raceEndOf } from './clear-after-race.js';
import { onlySettles, raceWith, type TimedRace } from './race-timer.js';
import type { TimerCall } from './timer-call.js';

/** A function that is nothing but a promise which its timer settles: `(ms) => new Promise(…)`. */
interface TimeoutFunction {
  readonly file: SyntaxFile;
  readonly fn: t.Function;
  readonly call: t.CallExpression;
}

interface CallInRace extends TimedRace {
  /** `timeout(500)` */
  readonly call: t.CallExpression;
}

function timeoutFunctionOf(file: SyntaxFile, timer: TimerCall): TimeoutFunction | undefined {
  const executor = file.enclosingFunction(timer.call);
  const role = executor && closureRoleOf(file, executor);
  if (role?.kind !== 'executor' || !executor || !onlySettles(file, executor, timer)) return undefined;
  const parent = file.parentOf(timer.call);
  if (!t.isExpressionStatement(parent) && parent !== executor) return undefined;
  const { promise } = role;
  const fn = file.enclosingFunction(promise);
  const isAll = fn && (fn.body === promise || isOnlyReturn(fn.body, promise));
  return isAll ? { file, fn, call: timer.call } : undefined;
}

function isOnlyReturn(body: t.Node, value: t.Node): boolean {
  if (!t.isBlockStatement(body)) return false;
  const [only, ...others] = body.body;
  return others.length === 0 && t.isReturnStatement(only) && only.argument === value;
}

/** The race that the promise of a call takes part in, past its own `then` and `catch`. */
function raceAround(file: SyntaxFile, call: t.CallExpression): t.CallExpression | undefined {
  const member = file.parentOf(call);
  const next = member && file.parentOf(member);
  const isChained =
    t.isMemberExpression(member) &&
    t.isCallExpression(next) &&
    next.callee === member &&
    ['then', 'catch'].includes(memberName(member) ?? '');
  return isChained ? raceAround(file, next) : raceWith(file, call);
}

function callAt(context: TransformContext, { file: path, start, end }: Reference) {
  const file = context.fileAt(path);
  const call = file?.nodes('CallExpression').find((node) => startOf(node) === start && endOf(node) === end);
  return file && call ? { file, call } : undefined;
}

function inRace(file: SyntaxFile, call: t.CallExpression): CallInRace | undefined {
  const race = raceAround(file, call);
  const fn = race && file.enclosingFunction(race);
  const statement = race && file.enclosingStatement(race);
  return race && fn && statement && file.enclosingFunction(call) === fn
    ? { file, fn, statement, race, call }
    : undefined;
}

function handOut({ file, fn, call }: TimeoutFunction, edits: FileEdits): void {
  const name = file.freshName('onStart');
  const type = isTypeScript(file.path) ? ': (timer: NodeJS.Timeout) => void' : '';
  const parameter = `${name}${type} = () => {}`;
  const last = fn.params.at(-1);
  const isBare = last && file.text.slice(startOf(fn), startOf(last)).replace('async', '').trim() === '';
  if (!last) edits.insert(file.text.indexOf('(', startOf(fn)) + 1, parameter);
  else if (isBare) edits.replace(startOf(last), endOf(last), `(${file.slice(last)}, ${parameter})`);
  else edits.insert(endOf(last), `, ${parameter}`);
  edits.insert(startOf(call), `${name}(`);
  edits.insert(endOf(call), ')');
}

/**
 * The timer of a promise that another function makes is handed to those who let it race, and cleared there.
 *
 * @returns undefined where the promise takes part in no race
 */
export function clearLentRaceTimer(
  context: TransformContext,
  file: SyntaxFile,
  timer: TimerCall,
): ChangeSet | Reason | undefined {
  const maker = timeoutFunctionOf(file, timer);
  if (!maker) return undefined;
  const usage = context.types.usageOf(file.rangeOf(maker.fn));
  if (usage.is !== 'yes') return undefined;
  const uses = usage.value.references.filter(({ kind }) => kind !== 'mention');
  const calls = uses.flatMap((reference) => callAt(context, reference) ?? []);
  const races = calls.flatMap((place) => inRace(place.file, place.call) ?? []);
  if (races.length === 0) return undefined;
  const { fn } = maker;
  const refuse = (what: string): Reason => ({ code: 'not-convertible', data: { what } });
  if (calls.length < uses.length) return refuse('the function that starts the timer is used as a value');
  const isGivenAll = ({ call }: CallInRace): boolean => call.arguments.length === fn.params.length;
  const isTooMuch = calls.some(
    ({ call }) =>
      call.arguments.length > fn.params.length ||
      call.arguments.some((argument) => t.isSpreadElement(argument)),
  );
  if (isTooMuch || !races.every(isGivenAll) || fn.params.some((parameter) => t.isRestElement(parameter)))
    return refuse('the function that starts the timer is called with more, or with less, than it takes');
  if (new Set(races.map((race) => race.fn)).size < races.length)
    return refuse('two races of one function have such a timer');
  return lendTimer(context, maker, races);
}

function lendTimer(
  context: TransformContext,
  maker: TimeoutFunction,
  races: readonly CallInRace[],
): ChangeSet | Reason {
  const edits = new Map([[maker.file.path, editsOf(maker.file)]]);
  handOut(maker, edits.get(maker.file.path) ?? editsOf(maker.file));
  for (const race of races) {
    const { file, call } = race;
    const end = raceEndOf(race);
    if ('code' in end) return end;
    const own = edits.get(file.path) ?? editsOf(file);
    edits.set(file.path, own);
    const variable = newTimerVariable(file);
    const setter = `(started) => { ${variable.name} = started${file.style.semicolon} }`;
    own.insert(endOf(call) - 1, call.arguments.length > 0 ? `, ${setter}` : setter);
    clearAtRaceEnd(context, own, race, end, variable);
  }
  return { edits: new Map([...edits].map(([path, own]) => [path, own.toEdits()])) };
}
