import * as t from '@babel/types';
import type { Binding } from '../../syntax/binding.js';
import type { SyntaxFile } from '../../syntax/syntax-file.js';
import { memberName, unwrap } from '../../syntax/unwrap.js';
import { moduleMemberOf } from '../module-member.js';
import { globalName, type TimerCall } from './timer-call.js';

/** What becomes of the value that starting a timer gives. */
export type TimerHandle =
  /** Nothing: nobody can clear it. */
  | {
      readonly kind: 'dropped';
      readonly statement: t.ExpressionStatement;
      /** `isOn` of `isOn && setTimeout(…)` */
      readonly guard?: t.Expression;
    }
  | {
      readonly kind: 'variable';
      readonly binding: Binding;
      readonly statement: t.VariableDeclaration | t.ExpressionStatement;
    }
  /** `this.timer = setTimeout(…)` */
  | { readonly kind: 'member'; readonly member: t.MemberExpression }
  /** `setTimeout(…).unref()`: it is not meant to be waited for. */
  | { readonly kind: 'unref' }
  | { readonly kind: 'other' };

export function handleOf(file: SyntaxFile, { call }: TimerCall): TimerHandle {
  const parent = file.parentOf(call);
  if (t.isExpressionStatement(parent)) return { kind: 'dropped', statement: parent };
  if (t.isLogicalExpression(parent, { operator: '&&' }) && parent.right === call) {
    const statement = file.parentOf(parent);
    if (t.isExpressionStatement(statement)) return { kind: 'dropped', statement, guard: parent.left };
  }
  if (t.isMemberExpression(parent) && memberName(parent) === 'unref') return { kind: 'unref' };
  if (t.isVariableDeclarator(parent) && t.isIdentifier(parent.id)) {
    const binding = file.bindingOf(parent.id);
    const statement = file.parentOf(parent);
    if (binding && t.isVariableDeclaration(statement)) return { kind: 'variable', binding, statement };
  }
  if (t.isAssignmentExpression(parent) && t.isMemberExpression(parent.left))
    return { kind: 'member', member: parent.left };
  if (t.isAssignmentExpression(parent) && t.isIdentifier(parent.left)) {
    const binding = file.bindingOf(parent.left);
    const statement = file.parentOf(parent);
    if (binding && t.isExpressionStatement(statement)) return { kind: 'variable', binding, statement };
  }
  return { kind: 'other' };
}

const CLEARING = ['clearTimeout', 'clearInterval', 'clearImmediate'];

/** `clearTimeout`, as a global or of the module `timers`. */
function clearsTimer(file: SyntaxFile, callee: t.Node): boolean {
  const member = moduleMemberOf(file, callee);
  const name = globalName(file, callee) ?? (member?.module === 'timers' ? member.path.join('.') : undefined);
  return name !== undefined && CLEARING.includes(name);
}

/** Calls that clear the timer of this name. */
export function clearingCalls(file: SyntaxFile, { references }: Binding): readonly t.CallExpression[] {
  return references.flatMap((reference) => {
    const call = file.parentOf(reference);
    return t.isCallExpression(call) && clearsTimer(file, call.callee) ? call : [];
  });
}

/** Does the file clear, or `unref()`, a timer that is stored under this name of some object? */
export function isMemberCleared(file: SyntaxFile, member: t.MemberExpression): boolean {
  const name = memberName(member);
  return file.nodes('MemberExpression').some((other) => {
    if (other === member || memberName(other) !== name) return false;
    const parent = file.parentOf(other);
    const isCleared = t.isCallExpression(parent) && clearsTimer(file, unwrap(parent.callee));
    return isCleared || (t.isMemberExpression(parent) && memberName(parent) === 'unref');
  });
}

export function isUnreferenced(file: SyntaxFile, { references }: Binding): boolean {
  return references.some((reference) => {
    const member = file.parentOf(reference);
    return t.isMemberExpression(member) && memberName(member) === 'unref';
  });
}
