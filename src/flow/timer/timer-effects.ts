import * as t from '@babel/types';
import type { SyntaxFile } from '../../syntax/syntax-file.js';

const HARMLESS_ROOTS = new Set(['console', 'JSON', 'Math', 'Date', 'String', 'Number', 'Boolean']);

function rootOf(node: t.Node): t.Identifier | undefined {
  let root = node;
  while (t.isMemberExpression(root) || t.isOptionalMemberExpression(root)) root = root.object;
  return t.isIdentifier(root) ? root : undefined;
}

/** Functions of the language that compute or print, and change nothing they are given. */
export function isHarmless(file: SyntaxFile, callee: t.Node): boolean {
  const root = rootOf(callee);
  return root !== undefined && HARMLESS_ROOTS.has(root.name) && file.bindingOf(root) === undefined;
}

const QUIET_TYPES = new Set<t.Node['type']>([
  'StringLiteral',
  'NumericLiteral',
  'BooleanLiteral',
  'NullLiteral',
  'RegExpLiteral',
  'Identifier',
  'ThisExpression',
  'TemplateElement',
]);

/** Evaluating it does nothing that anybody could see, and takes no time. */
export function isQuietExpression(file: SyntaxFile, node: t.Node | null | undefined): boolean {
  if (!node || QUIET_TYPES.has(node.type)) return true;
  const all = (nodes: readonly (t.Node | null)[]): boolean =>
    nodes.every((child) => isQuietExpression(file, child));
  if (t.isTemplateLiteral(node)) return all(node.expressions);
  if (t.isMemberExpression(node)) return all([node.object, node.computed ? node.property : null]);
  if (t.isObjectExpression(node)) return all(node.properties);
  if (t.isObjectProperty(node)) return all([node.computed ? node.key : null, node.value]);
  if (t.isArrayExpression(node)) return all(node.elements);
  if (t.isSpreadElement(node)) return all([node.argument]);
  if (t.isUnaryExpression(node)) return node.operator !== 'delete' && all([node.argument]);
  if (t.isBinaryExpression(node) || t.isLogicalExpression(node)) return all([node.left, node.right]);
  if (t.isConditionalExpression(node)) return all([node.test, node.consequent, node.alternate]);
  if (t.isTSAsExpression(node) || t.isTSSatisfiesExpression(node) || t.isTSNonNullExpression(node))
    return all([node.expression]);
  return (
    t.isCallExpression(node) && isHarmless(file, node.callee) && isJson(node.callee) && all(node.arguments)
  );
}

function isJson(callee: t.Node): boolean {
  return rootOf(callee)?.name === 'JSON';
}
