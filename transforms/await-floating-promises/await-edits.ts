import * as t from '@babel/types';
import type { TextEdit } from '../../src/edit/text-edit.js';
import {
  awaitStatementEdits,
  awaitValueEdits,
  insertion,
  outerStartOf,
} from '../../src/flow/await-insertion.js';
import { thenableValue } from '../../src/flow/thenable-value.js';
import { endOf, type SyntaxFile } from '../../src/syntax/syntax-file.js';
import type { TransformContext } from '../../src/transform.js';
import type { Thenable } from '../../src/types/oracle.js';

/**
 * `await` before the promise, in its branch where only one branch is a promise; `await Promise.all(…)` around an array of
 * them, in each branch that is one.
 */
export function awaitEdits(
  context: TransformContext,
  file: SyntaxFile,
  expression: t.Expression,
  { shape, typeName }: Thenable,
): readonly TextEdit[] {
  const branches = branchesOf(expression);
  if (shape === 'single') {
    const promises = t.isConditionalExpression(expression)
      ? branches.filter((branch) => thenableValue(context, file, branch).is === 'yes')
      : [];
    const [only, ...more] = promises;
    return only && more.length === 0 ? awaitValueEdits(file, only) : awaitStatementEdits(expression);
  }
  if (branches.length > 0)
    return branches.flatMap((branch) => {
      const thenable = thenableValue(context, file, branch);
      return thenable.is === 'yes' ? awaitEdits(context, file, branch, thenable.value) : [];
    });
  const [open, close] = t.isSequenceExpression(expression) ? ['((', '))'] : ['(', ')'];
  const fallback = mayBeNothing(expression, typeName) ? ' ?? []' : '';
  return [
    insertion(outerStartOf(expression), `await Promise.all${open}`),
    insertion(endOf(expression), `${fallback}${close}`),
  ];
}

/** The expressions of which one becomes the value. */
function branchesOf(expression: t.Expression): readonly t.Expression[] {
  if (t.isConditionalExpression(expression)) return [expression.consequent, expression.alternate];
  return t.isLogicalExpression(expression) ? [expression.left, expression.right] : [];
}

/** `xs?.map(f)` gives no array when there is no `xs`. */
function mayBeNothing(expression: t.Expression, typeName: string): boolean {
  return t.isOptionalCallExpression(expression) || / \| (?:undefined|null)$/.test(typeName);
}
