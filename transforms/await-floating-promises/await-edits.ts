import * as t from '@babel/types';
import type { TextEdit } from '../../src/edit/text-edit.js';
import { awaitStatementEdits, insertion, outerStartOf } from '../../src/flow/await-insertion.js';
import { endOf } from '../../src/syntax/syntax-file.js';
import type { Thenable } from '../../src/types/oracle.js';

/** `await` before the promise; `await Promise.all(…)` around an array of them. */
export function awaitEdits(expression: t.Expression, thenable: Thenable): readonly TextEdit[] {
  if (thenable.shape === 'single') return awaitStatementEdits(expression);
  const [open, close] = t.isSequenceExpression(expression) ? ['((', '))'] : ['(', ')'];
  const fallback = mayBeNothing(expression, thenable.typeName) ? ' ?? []' : '';
  return [
    insertion(outerStartOf(expression), `await Promise.all${open}`),
    insertion(endOf(expression), `${fallback}${close}`),
  ];
}

/** `xs?.map(f)` gives no array when there is no `xs`. */
function mayBeNothing(expression: t.Expression, typeName: string): boolean {
  return t.isOptionalCallExpression(expression) || / \| (?:undefined|null)$/.test(typeName);
}
