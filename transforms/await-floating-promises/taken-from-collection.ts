import * as t from '@babel/types';
import type { SyntaxFile } from '../../src/syntax/syntax-file.js';
import { memberName } from '../../src/syntax/unwrap.js';
import type { TypeOracle } from '../../src/types/oracle.js';

const TAKING_METHODS = new Set(['shift', 'pop', 'splice', 'at', 'get', 'fill', 'reverse']);

/**
 * `queue.shift();` gives back a promise that was started elsewhere, and is kept by whoever put it there: dropping it
 * starts nothing, and waiting for it may wait for oneself.
 */
export function isTakenFromCollection(
  file: SyntaxFile,
  types: TypeOracle,
  expression: t.Expression,
): boolean {
  if (!t.isCallExpression(expression) && !t.isOptionalCallExpression(expression)) return false;
  const { callee } = expression;
  if (!t.isMemberExpression(callee) && !t.isOptionalMemberExpression(callee)) return false;
  if (!TAKING_METHODS.has(memberName(callee) ?? '')) return false;
  const declaration = types.declarationOf(file.rangeOf(expression));
  return declaration.is === 'yes' && declaration.value.module?.startsWith('lib.') === true;
}
