import * as t from '@babel/types';
import { thenableValue } from '../../src/flow/thenable-value.js';
import type { SyntaxFile } from '../../src/syntax/syntax-file.js';
import { memberName } from '../../src/syntax/unwrap.js';
import type { TransformContext } from '../../src/transform.js';

/**
 * Is the promise's rejection handled, as typescript-eslint's no-floating-promises counts it: `.catch(f)`, `.then(a, f)`,
 * and `.finally()` behind one of them? In a conditional or logical expression every part that is a promise has to be.
 * An `f` of unknown type is taken for a function.
 */
export function isRejectionHandled(
  context: TransformContext,
  file: SyntaxFile,
  expression: t.Expression,
): boolean {
  const isNothingOrHandled = (part: t.Expression): boolean =>
    thenableValue(context, file, part).is !== 'yes' || isRejectionHandled(context, file, part);
  const isFunction = (argument: t.Node | undefined): boolean =>
    argument !== undefined && context.types.callable(file.rangeOf(argument)).is !== 'no';
  if (t.isConditionalExpression(expression))
    return [expression.consequent, expression.alternate].every(isNothingOrHandled);
  if (t.isLogicalExpression(expression)) return [expression.left, expression.right].every(isNothingOrHandled);
  if (!t.isCallExpression(expression) && !t.isOptionalCallExpression(expression)) return false;
  const { callee, arguments: passed } = expression;
  if (!t.isMemberExpression(callee) && !t.isOptionalMemberExpression(callee)) return false;
  switch (memberName(callee)) {
    case 'catch':
      return isFunction(passed[0]);
    case 'then':
      return !t.isSpreadElement(passed[0]) && isFunction(passed[1]);
    case 'finally':
      return t.isExpression(callee.object) && isRejectionHandled(context, file, callee.object);
    default:
      return false;
  }
}
