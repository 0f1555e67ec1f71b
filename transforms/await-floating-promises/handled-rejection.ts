import * as t from '@babel/types';
import { memberName } from '../../src/syntax/unwrap.js';

/** What is not a function, plainly: `.catch(null)`, `.then(f, undefined)`. */
function isPlainlyNoFunction(argument: t.Node): boolean {
  return (
    t.isLiteral(argument) ||
    t.isObjectExpression(argument) ||
    t.isArrayExpression(argument) ||
    t.isIdentifier(argument, { name: 'undefined' })
  );
}

function isRejectionHandler(argument: t.Node | undefined): boolean {
  return argument !== undefined && !isPlainlyNoFunction(argument);
}

/**
 * Is the promise's rejection handled, as typescript-eslint's no-floating-promises counts it: `.catch(f)`, `.then(a, f)`,
 * and `.finally()` behind one of them? In a conditional or logical expression every part has to be.
 */
export function isRejectionHandled(expression: t.Expression): boolean {
  if (t.isConditionalExpression(expression))
    return [expression.consequent, expression.alternate].every(isNothingOrHandled);
  if (t.isLogicalExpression(expression)) return isNothingOrHandled(expression.right);
  if (!t.isCallExpression(expression) && !t.isOptionalCallExpression(expression)) return false;
  const { callee, arguments: passed } = expression;
  if (!t.isMemberExpression(callee) && !t.isOptionalMemberExpression(callee)) return false;
  switch (memberName(callee)) {
    case 'catch':
      return isRejectionHandler(passed[0]);
    case 'then':
      return isRejectionHandler(passed[1]);
    case 'finally':
      return t.isExpression(callee.object) && isRejectionHandled(callee.object);
    default:
      return false;
  }
}

function isNothingOrHandled(expression: t.Expression): boolean {
  return isPlainlyNoFunction(expression) || isRejectionHandled(expression);
}
