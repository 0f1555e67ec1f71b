import * as t from '@babel/types';
import type { SyntaxFile } from '../syntax/syntax-file.js';

/** A `this` or `arguments` that means the function's own, and would mean another's without the function. */
export function findOwnThisOrArguments(file: SyntaxFile, fn: t.Function): t.Node | undefined {
  if (t.isArrowFunctionExpression(fn)) return undefined;
  const candidates: t.Node[] = [
    ...file.nodes('ThisExpression'),
    ...file.nodes('Identifier').filter((node) => file.isGlobal(node, 'arguments')),
  ];
  return candidates.find((node) => {
    if (!file.contains(fn, node)) return false;
    for (const ancestor of file.ancestors(node)) {
      if (ancestor === fn) return true;
      if (t.isFunction(ancestor) && !t.isArrowFunctionExpression(ancestor)) return false;
    }
    return false;
  });
}
