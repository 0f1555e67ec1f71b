import * as t from '@babel/types';
import type { SyntaxFile } from '../../syntax/syntax-file.js';
import { memberName } from '../../syntax/unwrap.js';

const HARMLESS_ROOTS = new Set(['console', 'JSON', 'Math', 'Date', 'String', 'Number', 'Boolean']);

function rootOf(node: t.Node): t.Identifier | undefined {
  let root = node;
  while (t.isMemberExpression(root) || t.isOptionalMemberExpression(root)) root = root.object;
  return t.isIdentifier(root) ? root : undefined;
}

function isHarmless(file: SyntaxFile, callee: t.Node): boolean {
  const root = rootOf(callee);
  return root !== undefined && HARMLESS_ROOTS.has(root.name) && file.bindingOf(root) === undefined;
}

function identifiersIn(file: SyntaxFile, node: t.Node): readonly t.Identifier[] {
  return file.nodes('Identifier').filter((identifier) => file.contains(node, identifier));
}

/** Names whose value, or what it refers to, a piece of code may change. */
export function namesChangedBy(file: SyntaxFile, node: t.Node): ReadonlySet<string> {
  const targets: t.Node[] = [];
  for (const assignment of file.nodes('AssignmentExpression'))
    if (file.contains(node, assignment)) targets.push(assignment.left);
  for (const update of file.nodes('UpdateExpression'))
    if (file.contains(node, update)) targets.push(update.argument);
  for (const unary of file.nodes('UnaryExpression'))
    if (unary.operator === 'delete' && file.contains(node, unary)) targets.push(unary.argument);
  for (const call of [...file.nodes('CallExpression'), ...file.nodes('NewExpression')]) {
    if (!file.contains(node, call) || isHarmless(file, call.callee)) continue;
    targets.push(call.callee, ...call.arguments);
  }
  return new Set(targets.flatMap((target) => identifiersIn(file, target)).map(({ name }) => name));
}

/** Names that an answer refers to; what `JSON.stringify` makes of them is a copy. */
export function namesSharedBy(file: SyntaxFile, answer: t.Node): readonly t.Identifier[] {
  const copies = file
    .nodes('CallExpression')
    .filter(({ callee }) => t.isMemberExpression(callee) && memberName(callee) === 'stringify');
  return identifiersIn(file, answer)
    .filter((identifier) => !copies.some((copy) => file.contains(copy, identifier)))
    .filter((identifier) => file.bindingOf(identifier) !== undefined);
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

/** Could the callback fail? Only what plainly can't is said not to. */
export function mayFail(file: SyntaxFile, callback: t.Node): boolean {
  if (!t.isFunction(callback)) return true;
  const calls = [
    ...file.nodes('CallExpression'),
    ...file.nodes('NewExpression'),
    ...file.nodes('AwaitExpression'),
  ];
  const risky = calls.some(
    (node) => file.contains(callback, node) && !(t.isCallExpression(node) && isHarmless(file, node.callee)),
  );
  const throws = file.nodes('ThrowStatement').some((node) => file.contains(callback, node));
  return risky || throws;
}
