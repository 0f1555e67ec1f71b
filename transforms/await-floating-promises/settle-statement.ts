import * as t from '@babel/types';
import { changeSetOf } from '../../src/edit/change-set.js';
import type { TextEdit } from '../../src/edit/text-edit.js';
import { awaitContextOf } from '../../src/flow/await-context.js';
import { awaitStatementEdits, insertion, outerStartOf } from '../../src/flow/await-insertion.js';
import { endOf, type SyntaxFile } from '../../src/syntax/syntax-file.js';
import type { Finding, Reason, TransformContext } from '../../src/transform.js';
import type { FloatingStatement } from './floating-statements.js';
import { canAwaitAtTopLevel } from '../../src/flow/top-level-await.js';

/** What to do about a statement that drops a promise. */
export function settleStatement(context: TransformContext, floating: FloatingStatement): Finding['outcome'] {
  const { file, expression } = floating;
  const obstacle = obstacleToAwait(context, floating);
  if (obstacle) return { kind: 'refusal', reason: obstacle };
  const where = awaitContextOf(file, expression);
  if (where.kind === 'sync')
    return {
      kind: 'refusal',
      reason: { code: 'not-async', data: { name: 'the function' }, places: [file.rangeOf(where.fn)] },
    };
  return { kind: 'safe', changeSet: changeSetOf(file.path, awaitEdits(floating)) };
}

function obstacleToAwait(
  { packages }: TransformContext,
  { file, expression, thenable }: FloatingStatement,
): Reason | undefined {
  if (isNameInFile(file, 'await')) return { code: 'await-is-a-name' };
  if (thenable.shape === 'array' && declaresName(file, 'Promise')) return { code: 'promise-is-redefined' };
  const where = awaitContextOf(file, expression);
  if (where.kind === 'never')
    return { code: 'no-await-here', data: { place: where.place }, places: [file.rangeOf(where.node)] };
  if (where.kind === 'top-level' && !canAwaitAtTopLevel(file, packages))
    return { code: 'commonjs-top-level' };
  return undefined;
}

function isNameInFile(file: SyntaxFile, name: string): boolean {
  return file.hasName(name) && file.nodes('Identifier').some((identifier) => identifier.name === name);
}

/** Does the file bind this name anywhere (`import Promise from 'bluebird'`)? */
function declaresName(file: SyntaxFile, name: string): boolean {
  return file.nodes('Identifier').some((node) => node.name === name && file.bindingOf(node) !== undefined);
}

function awaitEdits({ expression, thenable }: FloatingStatement): readonly TextEdit[] {
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
