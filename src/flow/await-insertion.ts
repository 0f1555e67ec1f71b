import * as t from '@babel/types';
import type { TextEdit } from '../edit/text-edit.js';
import { endOf, startOf, type SyntaxFile } from '../syntax/syntax-file.js';

/** Expressions that bind looser than `await`: they need parentheses to be its operand. */
function bindsLooserThanAwait(node: t.Expression): boolean {
  return (
    t.isBinaryExpression(node) ||
    t.isLogicalExpression(node) ||
    t.isConditionalExpression(node) ||
    t.isAssignmentExpression(node) ||
    t.isSequenceExpression(node) ||
    t.isArrowFunctionExpression(node) ||
    t.isYieldExpression(node) ||
    t.isTSAsExpression(node) ||
    t.isTSSatisfiesExpression(node)
  );
}

/** Where an `await` binds too loose to be this parent's operand: `(await f()).x`, `(await f)()`, `(await f()) ** 2`. */
function needsOperandTighterThanAwait(parent: t.Node, node: t.Node): boolean {
  if (t.isMemberExpression(parent) || t.isOptionalMemberExpression(parent)) return parent.object === node;
  if (t.isCallExpression(parent) || t.isOptionalCallExpression(parent) || t.isNewExpression(parent))
    return parent.callee === node;
  if (t.isBinaryExpression(parent)) return parent.operator === '**' && parent.left === node;
  if (t.isTaggedTemplateExpression(parent)) return parent.tag === node;
  if (t.isClass(parent)) return parent.superClass === node;
  return t.isTSNonNullExpression(parent);
}

/** Offset of the outermost parenthesis around the expression, or of the expression itself. */
export function outerStartOf(expression: t.Expression): number {
  const parenStart = expression.extra?.parenStart;
  return typeof parenStart === 'number' ? parenStart : startOf(expression);
}

export function isParenthesized(expression: t.Expression): boolean {
  return expression.extra?.parenthesized === true;
}

/** `await E` for an expression that stands alone as a statement. */
export function awaitStatementEdits(expression: t.Expression): readonly TextEdit[] {
  const start = outerStartOf(expression);
  if (isParenthesized(expression) || !bindsLooserThanAwait(expression)) return [insertion(start, 'await ')];
  return [insertion(start, 'await ('), insertion(endOf(expression), ')')];
}

/** `await E` in place of an expression whose value is used, with the parentheses that its place needs. */
export function awaitValueEdits(file: SyntaxFile, expression: t.Expression): readonly TextEdit[] {
  const parent = file.parentOf(expression);
  const isWrapped = isParenthesized(expression);
  const outer = !isWrapped && parent !== undefined && needsOperandTighterThanAwait(parent, expression);
  const inner = bindsLooserThanAwait(expression);
  const before = `${outer ? '(' : ''}await ${inner ? '(' : ''}`;
  const after = `${inner ? ')' : ''}${outer ? ')' : ''}`;
  const edits = [insertion(startOf(expression), before)];
  return after === '' ? edits : [...edits, insertion(endOf(expression), after)];
}

export function insertion(at: number, text: string): TextEdit {
  return { start: at, end: at, text };
}
