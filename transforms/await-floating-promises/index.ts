import { defineTransform } from '../../src/define-transform.js';
import type { Finding, TransformContext } from '../../src/transform.js';
import { findFloatingStatements, type FloatingStatement } from './floating-statements.js';
import { isRejectionHandled } from './handled-rejection.js';
import { isSilencedByLintComment } from './lint-directives.js';
import { isMeantToFloat } from './meant-to-float.js';
import { settleStatements } from './settle-statements.js';
import { startOf } from '../../src/syntax/syntax-file.js';

export default defineTransform({
  name: 'await-floating-promises',
  summary: 'awaits promises that nobody waits for',
  codes: {
    'floating-promise': 'nobody waits for this promise: it has type `{type}`',
    'floating-promise-array': 'nobody waits for these promises: they have type `{type}`',
  },
  appliesTo: mayCallSomething,
  find(context) {
    const statements = findFloatingStatements(context).filter((statement) => !isAccepted(context, statement));
    const outcomes = settleStatements(context, statements);
    return statements.flatMap((statement) => {
      const outcome = outcomes.get(statement);
      return outcome ? [toFinding(statement, outcome)] : [];
    });
  },
});

function mayCallSomething(text: string): boolean {
  return text.includes('(') || text.includes('`');
}

function isAccepted({ types }: TransformContext, { file, expression }: FloatingStatement): boolean {
  return (
    isRejectionHandled(expression) ||
    isSilencedByLintComment(file, startOf(expression)) ||
    isMeantToFloat(file, types, expression)
  );
}

function toFinding(statement: FloatingStatement, outcome: Finding['outcome']): Finding {
  const { file, expression, thenable } = statement;
  return {
    code: thenable.shape === 'array' ? 'floating-promise-array' : 'floating-promise',
    range: file.rangeOf(expression),
    data: { type: thenable.typeName },
    outcome,
  };
}
