import * as t from '@babel/types';
import type { SyntaxFile } from '../syntax/syntax-file.js';

/** Does the node stand in a `finally` block of this function? */
export function isInFinalizer(file: SyntaxFile, node: t.Node, fn: t.Function): boolean {
  for (const ancestor of file.ancestors(node)) {
    if (ancestor === fn) return false;
    if (t.isTryStatement(ancestor) && ancestor.finalizer && file.contains(ancestor.finalizer, node))
      return true;
  }
  return false;
}
