import * as t from '@babel/types';
import type { SyntaxFile } from '../../syntax/syntax-file.js';
import { memberName, unwrap } from '../../syntax/unwrap.js';
import type { TransformContext } from '../../transform.js';
import { calledFunction, type FunctionInFile } from '../called-function.js';
import { moduleMemberOf } from '../module-member.js';
import { effectOf, isHarmless } from './effects.js';

const PROMISE_MAKERS = new Set(['all', 'allSettled', 'race', 'any', 'resolve', 'reject']);
const CHAIN_METHODS = new Set(['then', 'catch', 'finally']);

function isFetch(file: SyntaxFile, callee: t.Node): boolean {
  return t.isIdentifier(callee) && /^(?:fetch|axios)$/.test(callee.name) && effectOf(file, callee) === 'none';
}

/**
 * May evaluating the expression throw, where a promise that it gives would reject?
 * Requests of the AWS SDK never do: wrong parameters reject.
 */
export function mayThrow(
  context: TransformContext,
  file: SyntaxFile,
  expression: t.Node,
  seen: readonly t.Function[] = [],
): boolean {
  const mayBeThrown = (part: t.Node): boolean => mayThrow(context, file, part, seen);
  const node = unwrap(expression);
  if (t.isNewExpression(node) && file.isGlobal(node.callee, 'Promise'))
    return !t.isFunction(node.arguments[0]);
  if (!t.isCallExpression(node)) return !isHarmless(effectOf(file, node));
  if (node.arguments.some(mayBeThrown)) return true;
  const callee = unwrap(node.callee);
  if (isFetch(file, callee)) return false;
  if (t.isIdentifier(callee)) return mayCalledThrow(context, file, node, seen);
  if (!t.isMemberExpression(callee)) return true;
  const name = memberName(callee) ?? '';
  if (file.isGlobal(callee.object, 'Promise')) return !PROMISE_MAKERS.has(name);
  if (CHAIN_METHODS.has(name)) return mayBeThrown(callee.object);
  if (name === 'promise' && node.arguments.length === 0) return mayRequestThrow(callee.object, mayBeThrown);
  // What other modules export is there.
  if (moduleMemberOf(file, callee.object)?.path.length === 0)
    return mayCalledThrow(context, file, node, seen);
  return !isHarmless(effectOf(file, node));
}

/** `client.method(params)` of `.promise()`. */
function mayRequestThrow(request: t.Node, mayBeThrown: (node: t.Node) => boolean): boolean {
  const node = unwrap(request);
  if (!t.isCallExpression(node) || !t.isMemberExpression(unwrap(node.callee))) return true;
  return node.arguments.some(mayBeThrown);
}

/** An async function rejects; so may one that only declares variables and returns, if none of its expressions throws. */
function mayCalledThrow(
  context: TransformContext,
  file: SyntaxFile,
  call: t.CallExpression,
  seen: readonly t.Function[],
): boolean {
  const called = calledFunction(context, file, call);
  if (!called || called.fn.generator || seen.includes(called.fn)) return true;
  return !called.fn.async && mayBodyThrow(context, called, [...seen, called.fn]);
}

function mayBodyThrow(
  context: TransformContext,
  { file, fn }: FunctionInFile,
  seen: readonly t.Function[],
): boolean {
  const mayBeThrown = (node: t.Node): boolean => mayThrow(context, file, node, seen);
  if (fn.params.some((parameter) => !t.isIdentifier(parameter))) return true;
  if (!t.isBlockStatement(fn.body)) return mayBeThrown(fn.body);
  return fn.body.body.some((statement) => {
    if (t.isReturnStatement(statement)) return statement.argument ? mayBeThrown(statement.argument) : false;
    if (t.isExpressionStatement(statement)) return !isHarmless(effectOf(file, statement.expression));
    if (!t.isVariableDeclaration(statement)) return true;
    return statement.declarations.some(
      ({ id, init }) => !t.isIdentifier(id) || (init ? mayBeThrown(init) : false),
    );
  });
}
