import * as t from '@babel/types';
import type { SyntaxFile } from '../../syntax/syntax-file.js';
import { memberName } from '../../syntax/unwrap.js';
import { moduleMemberOf } from '../module-member.js';
import type { AnyCall, Role } from './resource-uses.js';
import { isBinding } from './value-position.js';

const PROMISE_COMBINATORS = new Set(['all', 'allSettled', 'race', 'any', 'resolve']);
const HARMLESS_GLOBALS = new Set(['console', 'JSON', 'Boolean', 'String', 'Number', 'Object', 'assert']);

/** Functions of Node.js that give a promise of what an emitter does next, and let go of it then. */
const WAITING_FUNCTIONS: Readonly<Partial<Record<string, readonly string[]>>> = {
  events: ['once'],
  stream: ['promises.pipeline', 'promises.finished'],
  'stream/promises': ['pipeline', 'finished'],
};

/** What a call does with an argument, as far as its callee is known by itself. */
export type ArgumentUse =
  /** Nothing of it stays. */
  | 'nothing'
  /** It goes on in what the call gives: a promise or data, or a function. */
  | Extract<Role, 'result' | 'function'>
  | 'stored'
  | 'unknown';

/**
 * @param value one of the call's arguments
 * @param role what it is to the resource
 */
export function argumentUse(file: SyntaxFile, call: AnyCall, value: t.Node, role: Role): ArgumentUse {
  if (role === 'result') return isPromiseCombinator(call) ? 'result' : 'nothing';
  if (isHarmlessCallee(file, call)) return 'nothing';
  if (role === 'function' && isPromisify(call)) return 'function';
  if (isBinding(call.callee) && call.arguments[0] === value)
    return memberName(call.callee) === 'bind' ? 'function' : 'result';
  if (role === 'function' && isMapCall(call)) return 'result';
  if (waitsForIt(file, call)) return 'result';
  return putsIntoContainer(call) ? 'stored' : 'unknown';
}

export function isPromisify({ callee }: AnyCall): boolean {
  if (t.isIdentifier(callee)) return callee.name === 'promisify';
  return t.isMemberExpression(callee) && memberName(callee) === 'promisify';
}

/** The call in `promisify(conn.end).bind(conn)()`. */
export function promisifiedCallOf(file: SyntaxFile, method: t.Node): t.CallExpression | undefined {
  const promisified = file.parentOf(method);
  const bind = promisified && file.parentOf(promisified);
  const bound = bind && file.parentOf(bind);
  const call = bound && file.parentOf(bound);
  const isBound =
    t.isCallExpression(promisified) &&
    isPromisify(promisified) &&
    isBinding(bind) &&
    t.isCallExpression(bound);
  return isBound && t.isCallExpression(call) && call.callee === bound ? call : undefined;
}

function isPromiseCombinator({ callee }: AnyCall): boolean {
  return (
    t.isMemberExpression(callee) &&
    t.isIdentifier(callee.object, { name: 'Promise' }) &&
    PROMISE_COMBINATORS.has(memberName(callee) ?? '')
  );
}

function isMapCall({ callee }: AnyCall): boolean {
  return t.isMemberExpression(callee) && memberName(callee) === 'map';
}

/** `connections.set(key, conn)`, `open.push(conn)` */
function putsIntoContainer({ callee }: AnyCall): boolean {
  return t.isMemberExpression(callee) && ['set', 'add', 'push', 'unshift'].includes(memberName(callee) ?? '');
}

function isHarmlessCallee(file: SyntaxFile, { callee }: AnyCall): boolean {
  let root: t.Node = callee;
  while (t.isMemberExpression(root)) root = root.object;
  return t.isIdentifier(root) && HARMLESS_GLOBALS.has(root.name) && file.bindingOf(root) === undefined;
}

function waitsForIt(file: SyntaxFile, { callee }: AnyCall): boolean {
  const member = moduleMemberOf(file, callee);
  return member !== undefined && WAITING_FUNCTIONS[member.module]?.includes(member.path.join('.')) === true;
}
