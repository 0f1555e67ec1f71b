import * as t from '@babel/types';
import { startOf, type SyntaxFile } from '../../src/syntax/syntax-file.js';
import type { TransformContext } from '../../src/transform.js';
import type { Thenable } from '../../src/types/oracle.js';

/** An expression whose promise, or array of promises, is dropped at the end of its statement. */
export interface FloatingStatement {
  readonly file: SyntaxFile;
  readonly statement: t.ExpressionStatement;
  /** The whole expression of the statement, or the parts of a comma expression that matter. */
  readonly expression: t.Expression;
  readonly thenable: Thenable;
}

/**
 * Every expression statement of the context's files that drops something thenable, in file and position order. An
 * assignment keeps what it assigns.
 */
export function findFloatingStatements(context: TransformContext): readonly FloatingStatement[] {
  const answers = context.types.thenableStatements(context.files.map(({ path }) => path));
  const thenables = new Map(answers.map(({ file, start, thenable }) => [placeKey(file, start), thenable]));
  return context.files.flatMap((file) => {
    return file.nodes('ExpressionStatement').flatMap((statement): FloatingStatement[] => {
      const { expression } = statement;
      if (t.isAssignmentExpression(expression)) return [];
      if (t.isSequenceExpression(expression)) return thenableParts(context, file, statement, expression);
      const thenable = thenables.get(placeKey(file.path, startOf(expression)));
      return thenable ? [{ file, statement, expression, thenable }] : [];
    });
  });
}

function placeKey(file: string, start: number): string {
  return `${start}:${file}`;
}

function thenableParts(
  context: TransformContext,
  file: SyntaxFile,
  statement: t.ExpressionStatement,
  sequence: t.SequenceExpression,
): FloatingStatement[] {
  return sequence.expressions.flatMap((expression) => {
    const answer = context.types.thenable(file.rangeOf(expression));
    return answer.is === 'yes' ? [{ file, statement, expression, thenable: answer.value }] : [];
  });
}
