import * as t from '@babel/types';
import type { SyntaxFile } from '../../syntax/syntax-file.js';
import { memberName, unwrap } from '../../syntax/unwrap.js';
import { effectOf } from '../direct-style/effects.js';
import type { LooseTimer } from './loose-timer.js';
import { callbackFunction, isConsole, plainCall } from './plain-callback.js';
import { isHarmless } from './timer-effects.js';

/** A parameter is taken to be there: an event, a context. */
function isParameter(file: SyntaxFile, node: t.Node): boolean {
  return t.isIdentifier(node) && file.bindingOf(node)?.kind === 'param';
}

function isSafeCall(file: SyntaxFile, { callee }: t.CallExpression | t.OptionalCallExpression): boolean {
  const isParse = t.isMemberExpression(callee) && memberName(callee) === 'parse';
  return isHarmless(file, callee) && !isParse;
}

/** Reading a property of something that is not there throws. */
function isSafeRead(file: SyntaxFile, member: t.MemberExpression): boolean {
  return isParameter(file, unwrap(member.object)) || effectOf(file, member) === 'none';
}

/** Could running this code fail? Only what plainly can't is said not to. */
export function mayFail(file: SyntaxFile, code: t.Node): boolean {
  const isInside = (node: t.Node): boolean => file.contains(code, node);
  return (
    [
      ...file.nodes('AwaitExpression'),
      ...file.nodes('ThrowStatement'),
      ...file.nodes('NewExpression'),
      ...file.nodes('ForOfStatement'),
      ...file.nodes('ObjectPattern'),
      ...file.nodes('ArrayPattern'),
    ].some(isInside) ||
    [...file.nodes('CallExpression'), ...file.nodes('OptionalCallExpression')].some(
      (call) => isInside(call) && !isSafeCall(file, call),
    ) ||
    file.nodes('MemberExpression').some((member) => isInside(member) && !isSafeRead(file, member))
  );
}

/** Could the timer's callback fail? One that the file does not show can. */
export function mayCallbackFail({ file, timer }: LooseTimer): boolean {
  const callback = callbackFunction(file, timer);
  if (callback) return mayFail(file, callback);
  const call = plainCall(file, unwrap(timer.callback), timer.args);
  return !call || !isConsole(file, call.callee);
}

/** Could an exception leave the statement? */
function mayThrow(file: SyntaxFile, statement: t.Statement): boolean {
  if (!t.isTryStatement(statement) || !statement.handler) return mayFail(file, statement);
  const { handler, finalizer } = statement;
  return mayFail(file, handler.body) || (finalizer ? mayFail(file, finalizer) : false);
}

/** How a function can fail while a timer of its own may fail as well. */
export interface OtherFailures {
  /** It may end by an exception. */
  readonly mayThrow: boolean;
  /** It waits, so that the timer may fail before. */
  readonly mayWait: boolean;
}

export function otherFailures(
  file: SyntaxFile,
  fn: t.Function,
  statements: readonly t.Statement[],
): OtherFailures {
  const isOwn = (node: t.Node): boolean =>
    file.enclosingFunction(node) === fn && statements.some((outer) => file.contains(outer, node));
  return {
    mayThrow: statements.some((statement) => mayThrow(file, statement)),
    mayWait: file.nodes('AwaitExpression').some(isOwn),
  };
}
