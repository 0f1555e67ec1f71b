import * as t from '@babel/types';
import type { SyntaxFile } from '../../syntax/syntax-file.js';
import { memberName, unwrap } from '../../syntax/unwrap.js';
import { initialValueOf, moduleMemberOf } from '../module-member.js';

export type TimerName = 'setTimeout' | 'setImmediate' | 'setInterval' | Microtask;

/** They call back before the answer is sent. */
type Microtask = 'nextTick' | 'queueMicrotask';

export function isMicrotask(name: TimerName): name is Microtask {
  return name === 'nextTick' || name === 'queueMicrotask';
}

/** A call that starts a timer. */
export interface TimerCall {
  readonly name: TimerName;
  readonly call: t.CallExpression;
  readonly callback: t.Expression;
  /** Undefined where it is left out, and for those that take none. */
  readonly delay: t.Expression | undefined;
  /** What the callback is given. */
  readonly args: readonly t.Expression[];
}

const TIMER_NAMES: readonly TimerName[] = ['setTimeout', 'setImmediate', 'setInterval'];

const NAMES_OF_GLOBALS = new Map<string, TimerName>([
  ...TIMER_NAMES.map((name) => [name, name] as const),
  ['process.nextTick', 'nextTick'],
  ['queueMicrotask', 'queueMicrotask'],
]);

const NAMES_OF_MODULES = new Map<string, TimerName>([
  ...TIMER_NAMES.map((name) => [`timers.${name}`, name] as const),
  ['process.nextTick', 'nextTick'],
]);

/** `setTimeout`, also of `globalThis` or `global`; `process.nextTick`. */
export function globalName(file: SyntaxFile, callee: t.Node): string | undefined {
  if (t.isIdentifier(callee)) return file.bindingOf(callee) ? undefined : callee.name;
  if (!t.isMemberExpression(callee) || !t.isIdentifier(callee.object)) return undefined;
  const { object } = callee;
  if (['globalThis', 'global'].some((name) => file.isGlobal(object, name))) return memberName(callee);
  return file.isGlobal(object, 'process') ? `process.${memberName(callee) ?? ''}` : undefined;
}

function timerNameOf(file: SyntaxFile, callee: t.Node): TimerName | undefined {
  const global = globalName(file, callee);
  if (global !== undefined) return NAMES_OF_GLOBALS.get(global);
  const member = moduleMemberOf(file, callee);
  return member && NAMES_OF_MODULES.get([member.module, ...member.path].join('.'));
}

/** @returns undefined for other calls, and for one whose arguments are spread. */
export function timerCallOf(file: SyntaxFile, call: t.CallExpression): TimerCall | undefined {
  const name = timerNameOf(file, call.callee);
  if (!name) return undefined;
  const [callback, ...others] = call.arguments.filter((argument) => t.isExpression(argument));
  if (!callback || others.length + 1 < call.arguments.length) return undefined;
  if (name === 'setImmediate' || isMicrotask(name))
    return { name, call, callback, delay: undefined, args: others };
  const [delay, ...args] = others;
  return { name, call, callback, delay, args };
}

/** The delay in milliseconds, where it is written out or a constant. */
export function delayOf(file: SyntaxFile, { name, delay }: TimerCall): number | undefined {
  if (name === 'setImmediate' || !delay) return 0;
  return numberOf(file, delay);
}

const OPERATORS = new Map<string, (left: number, right: number) => number>([
  ['*', (left, right) => left * right],
  ['/', (left, right) => left / right],
  ['+', (left, right) => left + right],
  ['-', (left, right) => left - right],
]);

function numberOf(file: SyntaxFile, expression: t.Node): number | undefined {
  const node = unwrap(expression);
  if (t.isNumericLiteral(node)) return node.value;
  if (t.isBinaryExpression(node)) {
    const [left, right] = [numberOf(file, node.left), numberOf(file, node.right)];
    const compute = OPERATORS.get(node.operator);
    return left === undefined || right === undefined ? undefined : compute?.(left, right);
  }
  const binding = t.isIdentifier(node) ? file.bindingOf(node) : undefined;
  const value = binding?.kind === 'param' ? undefined : binding && initialValueOf(file, binding);
  return value?.path.length === 0 ? numberOf(file, value.init) : undefined;
}
