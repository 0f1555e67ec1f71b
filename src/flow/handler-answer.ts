import * as t from '@babel/types';
import type { SyntaxFile } from '../syntax/syntax-file.js';
import type { Reason, TransformContext } from '../transform.js';

/**
 * Why making a handler async could change what Lambda answers. A plain handler's value is ignored up to Node.js 22
 * unless it is a promise: the answer is null. An async handler's value is the answer.
 *
 * @returns undefined when the answer stays the same
 */
export function findChangedAnswer(
  { types }: TransformContext,
  file: SyntaxFile,
  handler: t.Function,
): Reason | undefined {
  const ignored = valuesReturnedBy(file, handler).find(
    (value) => types.thenable(file.rangeOf(value)).is !== 'yes',
  );
  if (!ignored) return undefined;
  return {
    code: 'answer-changes',
    data: { what: 'a value that was ignored becomes the answer' },
    places: [file.rangeOf(ignored)],
  };
}

function valuesReturnedBy(file: SyntaxFile, fn: t.Function): readonly t.Expression[] {
  if (!t.isBlockStatement(fn.body)) return [fn.body];
  return file
    .nodes('ReturnStatement')
    .filter((statement) => file.enclosingFunction(statement) === fn)
    .flatMap(({ argument }) => argument ?? []);
}
