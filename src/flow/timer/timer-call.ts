import * as t from '@babel/types';
import type { Binding } from '../../syntax/binding.js';
import type { SyntaxFile } from '../../syntax/syntax-file.js';
import { memberName, unwrap } from '../../syntax/unwrap.js';
import { initialValueOf, moduleMemberOf } from '../module-member.js';

export type TimerName = 'setTimeout' | 'setImmediate' | 'setInterval' | 'nextTick';

/** A call that starts a timer. */
export interface TimerCall {
  readonly name: TimerName;
  readonly call: t.CallExpression;
  readonly callback: t.Expression;
  /** Undefined where it is left out, and for `setImmediate` and `process.nextTick`. */
  readonly delay: t.Expression | undefined;
  /** What the callback is given. */
  readonly args: readonly t.Expression[];
}

const TIMER_NAMES: readonly TimerName[] = ['setTimeout', 'setImmediate', 'setInterval'];

function timerNameOf(file: SyntaxFile, callee: t.Node): TimerName | undefined {
  if (t.isMemberExpression(callee) && file.isGlobal(callee.object, 'process'))
    return memberName(callee) === 'nextTick' ? 'nextTick' : undefined;
  const global = TIMER_NAMES.find((name) => file.isGlobal(callee, name));
  if (global) return global;
  const member = moduleMemberOf(file, callee);
  return member?.module === 'timers' ? TIMER_NAMES.find((name) => name === member.path.join('.')) : undefined;
}

/** @returns undefined for other calls, and for one whose arguments are spread. */
export function timerCallOf(file: SyntaxFile, call: t.CallExpression): TimerCall | undefined {
  const name = timerNameOf(file, call.callee);
  if (!name) return undefined;
  const [callback, ...others] = call.arguments.filter((argument) => t.isExpression(argument));
  if (!callback || others.length + 1 < call.arguments.length) return undefined;
  if (name === 'setImmediate' || name === 'nextTick')
    return { name, call, callback, delay: undefined, args: others };
  const [delay, ...args] = others;
  return { name, call, callback, delay, args };
}

/** The delay in milliseconds, where it is written out or a constant. */
export function delayOf(file: SyntaxFile, { name, delay }: TimerCall): number | undefined {
  if (name === 'setImmediate' || !delay) return 0;
  return numberOf(file, delay);
}

function numberOf(file: SyntaxFile, expression: t.Node): number | undefined {
  const node = unwrap(expression);
  if (t.isNumericLiteral(node)) return node.value;
  if (t.isBinaryExpression(node) && node.operator === '*') {
    const [left, right] = [numberOf(file, node.left), numberOf(file, node.right)];
    return left === undefined || right === undefined ? undefined : left * right;
  }
  const binding = t.isIdentifier(node) ? file.bindingOf(node) : undefined;
  const value = binding?.kind === 'param' ? undefined : binding && initialValueOf(file, binding);
  return value?.path.length === 0 ? numberOf(file, value.init) : undefined;
}

/** What becomes of the timer's handle. */
export type TimerHandle =
  /** Nothing: nobody can clear it. */
  | { readonly kind: 'dropped'; readonly statement: t.ExpressionStatement }
  | {
      readonly kind: 'variable';
      readonly binding: Binding;
      readonly statement: t.VariableDeclaration | t.ExpressionStatement;
    }
  /** `setTimeout(…).unref()`: it is not meant to be waited for. */
  | { readonly kind: 'unref' }
  | { readonly kind: 'other' };

export function handleOf(file: SyntaxFile, { call }: TimerCall): TimerHandle {
  const parent = file.parentOf(call);
  if (t.isExpressionStatement(parent)) return { kind: 'dropped', statement: parent };
  if (t.isMemberExpression(parent) && memberName(parent) === 'unref') return { kind: 'unref' };
  if (t.isVariableDeclarator(parent) && t.isIdentifier(parent.id)) {
    const binding = file.bindingOf(parent.id);
    const statement = file.parentOf(parent);
    if (binding && t.isVariableDeclaration(statement)) return { kind: 'variable', binding, statement };
  }
  if (t.isAssignmentExpression(parent) && t.isIdentifier(parent.left)) {
    const binding = file.bindingOf(parent.left);
    const statement = file.parentOf(parent);
    if (binding && t.isExpressionStatement(statement)) return { kind: 'variable', binding, statement };
  }
  return { kind: 'other' };
}

/** Calls that clear the timer of this name. */
export function clearingCalls(file: SyntaxFile, { references }: Binding): readonly t.CallExpression[] {
  return references.flatMap((reference) => {
    const call = file.parentOf(reference);
    const clears =
      t.isCallExpression(call) &&
      ['clearTimeout', 'clearInterval', 'clearImmediate'].some((name) => file.isGlobal(call.callee, name));
    return clears ? call : [];
  });
}

export function isUnreferenced(file: SyntaxFile, { references }: Binding): boolean {
  return references.some((reference) => {
    const member = file.parentOf(reference);
    return t.isMemberExpression(member) && memberName(member) === 'unref';
  });
}
