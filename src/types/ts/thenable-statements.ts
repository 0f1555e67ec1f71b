import { ts } from 'ts-morph';
import type { NodeRange, Thenable } from '../oracle.js';
import { nodesOfTree } from './nodes-of-tree.js';
import { askThenable } from './thenable.js';

/** The expression statements of a file whose value is thenable, in order. */
export function findThenableStatements(
  checker: ts.TypeChecker,
  file: ts.SourceFile,
): (NodeRange & { readonly thenable: Thenable })[] {
  return expressionStatementsOf(file).flatMap((expression) => {
    const answer = askThenable(checker, expression);
    if (answer.is !== 'yes') return [];
    return [
      {
        file: file.fileName,
        start: expression.getStart(file),
        end: expression.end,
        thenable: answer.value,
      },
    ];
  });
}

/** Expressions of the statements, without the parentheses around them. */
function expressionStatementsOf(file: ts.SourceFile): ts.Expression[] {
  return statementsOf(file)
    .map(({ expression }) => withoutParentheses(expression))
    .sort((a, b) => a.pos - b.pos);
}

const statementsOf = nodesOfTree(ts.isExpressionStatement);

function withoutParentheses(expression: ts.Expression): ts.Expression {
  return ts.isParenthesizedExpression(expression) ? withoutParentheses(expression.expression) : expression;
}
