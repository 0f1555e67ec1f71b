import * as t from '@babel/types';
import { outerStartOf } from '../../src/flow/await-insertion.js';
import type { SyntaxFile } from '../../src/syntax/syntax-file.js';
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

/** Every expression statement of the context's files that drops something thenable, in file and position order. */
export function findFloatingStatements(context: TransformContext): readonly FloatingStatement[] {
  const answers = context.types.thenableStatements(context.files.map(({ path }) => path));
  const byFile = Map.groupBy(answers, ({ file }) => file);
  return context.files.flatMap((file) => {
    const thenables = new Map((byFile.get(file.path) ?? []).map((answer) => [answer.start, answer.thenable]));
    return file.nodes('ExpressionStatement').flatMap((statement): FloatingStatement[] => {
      const { expression } = statement;
      if (t.isSequenceExpression(expression)) return thenableParts(context, file, statement, expression);
      const thenable = thenables.get(outerStartOf(expression));
      return thenable ? [{ file, statement, expression, thenable }] : [];
    });
  });
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
