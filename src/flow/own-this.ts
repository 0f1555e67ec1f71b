import * as t from '@babel/types';
import type { SyntaxFile } from '../syntax/syntax-file.js';

/** A `this` or `arguments` that means the function's own, and would mean another's without the function. */
export function findOwnThisOrArguments(file: SyntaxFile, fn: t.Function): t.Node | undefined {
  return file.nodes('ThisExpression').find((node) => isOwn(file, fn, node)) ?? findOwnArguments(file, fn);
}

export function findOwnThis(file: SyntaxFile, fn: t.Function): readonly t.ThisExpression[] {
  return file.nodes('ThisExpression').filter((node) => isOwn(file, fn, node));
}

export function findOwnArguments(file: SyntaxFile, fn: t.Function): t.Node | undefined {
  return file.nodes('Identifier').find((node) => file.isGlobal(node, 'arguments') && isOwn(file, fn, node));
}

/** Is the function the one whose `this` and `arguments` the node would mean? */
function isOwn(file: SyntaxFile, fn: t.Function, node: t.Node): boolean {
  if (t.isArrowFunctionExpression(fn) || !file.contains(fn, node)) return false;
  for (const ancestor of file.ancestors(node)) {
    if (ancestor === fn) return true;
    if (t.isFunction(ancestor) && !t.isArrowFunctionExpression(ancestor)) return false;
  }
  return false;
}
