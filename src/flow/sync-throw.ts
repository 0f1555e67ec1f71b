import * as t from '@babel/types';
import type { SyntaxFile } from '../syntax/syntax-file.js';
import { effectOf, isHarmless } from './direct-style/effects.js';

/**
 * Could running this code of the function throw, before it gets to the code's end? What the functions inside it do comes
 * later.
 *
 * @param quietCalls calls in it that are known not to throw for their arguments
 */
export function mayThrowAtOnce(
  file: SyntaxFile,
  fn: t.Function,
  code: t.Node,
  quietCalls: ReadonlySet<t.Node>,
): boolean {
  const mayThrow = (node: t.Node): boolean =>
    file.contains(code, node) && file.enclosingFunction(node) === fn && !isHarmless(effectOf(file, node));
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
