import * as t from '@babel/types';
import type { SyntaxFile } from '../syntax/syntax-file.js';
import { effectOf, isHarmless } from './direct-style/effects.js';

/** Expressions that run when the function is called, not later in one of the functions inside it. */
function isRunAtOnce(file: SyntaxFile, fn: t.Function, node: t.Node): boolean {
  return file.contains(fn.body, node) && file.enclosingFunction(node) === fn;
}

/**
 * Could calling the function throw, before it returns?
 *
 * @param quietCalls calls in it that are known not to throw for their arguments
 */
export function mayThrowAtOnce(file: SyntaxFile, fn: t.Function, quietCalls: ReadonlySet<t.Node>): boolean {
  const mayThrow = (node: t.Node): boolean =>
    isRunAtOnce(file, fn, node) && !isHarmless(effectOf(file, node));
  const calls = [...file.nodes('CallExpression'), ...file.nodes('NewExpression')];
  const others = [
    ...file.nodes('MemberExpression').filter((node) => !isCalleeOf(file, node, quietCalls)),
    ...file.nodes('ThrowStatement'),
    ...file.nodes('ForOfStatement'),
    ...file.nodes('ForInStatement'),
    ...file.nodes('ObjectPattern'),
    ...file.nodes('ArrayPattern'),
  ];
  return calls.some((call) => !quietCalls.has(call) && mayThrow(call)) || others.some(mayThrow);
}

function isCalleeOf(file: SyntaxFile, node: t.Node, calls: ReadonlySet<t.Node>): boolean {
  const parent = file.parentOf(node);
  if (!parent) return false;
  if (t.isCallExpression(parent) && parent.callee === node) return calls.has(parent);
  return t.isMemberExpression(parent) && parent.object === node && isCalleeOf(file, parent, calls);
}
