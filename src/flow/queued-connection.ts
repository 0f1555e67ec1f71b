import * as t from '@babel/types';
import type { Binding } from '../syntax/binding.js';
import type { SyntaxFile } from '../syntax/syntax-file.js';
import { memberName, unwrap } from '../syntax/unwrap.js';
import { initialValueOf, moduleMemberOf } from './module-member.js';

/**
 * The connection whose method the call is, when it does what it is asked one after the other, `connect()` and `end()`
 * included, and its `end()` always calls back. Source: lib/protocol/Protocol.js of mysql 2; mysql2 before 3 doesn't
 * call back on a connection that failed.
 */
export function queuedConnectionOf(file: SyntaxFile, call: t.Node): Binding | undefined {
  const callee = t.isCallExpression(call) ? unwrap(call.callee) : undefined;
  const object = t.isMemberExpression(callee) ? unwrap(callee.object) : undefined;
  const binding = t.isIdentifier(object) ? file.bindingOf(object) : undefined;
  const value = binding && initialValueOf(file, binding);
  const maker = value?.path.length === 0 ? unwrap(value.init) : undefined;
  const opener = t.isCallExpression(maker) ? moduleMemberOf(file, maker.callee) : undefined;
  return opener?.module === 'mysql' && opener.path.at(-1) === 'createConnection' ? binding : undefined;
}

/** The connection that the statement ends: `connection.end();` */
export function connectionEndedBy(file: SyntaxFile, expression: t.Node): Binding | undefined {
  const call = unwrap(expression);
  if (!t.isCallExpression(call) || call.arguments.length > 0) return undefined;
  const callee = unwrap(call.callee);
  const isEnd = t.isMemberExpression(callee) && memberName(callee) === 'end';
  return isEnd ? queuedConnectionOf(file, call) : undefined;
}
