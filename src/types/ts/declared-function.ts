import { ts } from 'ts-morph';
import { isAssignment, isModuleObject } from './function-naming.js';
import { type FunctionNode, isFunctionNode } from './node-at-range.js';
import { childrenOf, nodesOfTree } from './nodes-of-tree.js';
import { resolveAlias, symbolNamedBy } from './symbols.js';

/** Names stand for names; circles of them end. */
const MAX_NAMES = 10;

/**
 * The function that a declaration gives a name to, also by another name: `module.exports = { save }`, `exports.save =
 * save`, `const store = save`.
 *
 * @returns undefined when there is none, or a name on the way may stand for several
 */
export function declaredFunction(
  checker: ts.TypeChecker,
  declaration: ts.Node,
  names = MAX_NAMES,
): FunctionNode | undefined {
  if (isFunctionNode(declaration)) return withBody(declaration);
  if (ts.isShorthandPropertyAssignment(declaration)) {
    return functionOfSymbol(checker, checker.getShorthandAssignmentValueSymbol(declaration), names);
  }
  const value = valueOf(declaration);
  return value && functionOfValue(checker, value, names);
}

/** What a name is given where it is declared. */
function valueOf(declaration: ts.Node): ts.Expression | undefined {
  if (
    ts.isVariableDeclaration(declaration) ||
    ts.isPropertyAssignment(declaration) ||
    ts.isPropertyDeclaration(declaration)
  ) {
    return declaration.initializer;
  }
  if (ts.isExportAssignment(declaration)) return declaration.expression;
  const assignment = ts.findAncestor(declaration, ts.isBinaryExpression);
  return assignment && isAssignmentTo(assignment, declaration) ? assignment.right : undefined;
}

function functionOfValue(
  checker: ts.TypeChecker,
  value: ts.Expression,
  names: number,
): FunctionNode | undefined {
  if (ts.isParenthesizedExpression(value)) return functionOfValue(checker, value.expression, names);
  if (isAssignment(value)) return functionOfValue(checker, value.right, names);
  return isFunctionNode(value) ? value : functionOfSymbol(checker, symbolNamedBy(checker, value), names);
}

/** The function that a name always stands for. */
function functionOfSymbol(
  checker: ts.TypeChecker,
  symbol: ts.Symbol | undefined,
  names: number,
): FunctionNode | undefined {
  const resolved = symbol && resolveAlias(checker, symbol);
  const declaration = resolved?.valueDeclaration;
  if (!declaration || names === 0 || isGivenOther(checker, resolved, declaration)) return undefined;
  return declaredFunction(checker, declaration, names - 1);
}

/** May the name stand for something else than what this declaration gives it? */
export function isGivenOther(checker: ts.TypeChecker, symbol: ts.Symbol, declaration: ts.Node): boolean {
  const others = (symbol.declarations ?? []).filter((other) => other !== declaration && !isType(other));
  const areOverloads = isFunctionNode(declaration) && others.every(isFunctionNode);
  if (others.length > 0 && !areOverloads) return true;
  const tree = declaration.getSourceFile();
  const isOwn = (name: ts.Node): boolean => checker.getSymbolAtLocation(name) === symbol;
  if (assignedNames(tree).some((name) => name.text === symbol.name && isOwn(name))) return true;
  const exported = exportAssignments(tree).filter(({ right }) => ts.isIdentifier(right) && isOwn(right));
  return exported.some((first) =>
    exportAssignments(tree).some((other) => other !== first && haveOneName(first, other)),
  );
}

/** `exports.save = …`, twice */
function haveOneName({ left: first }: ts.BinaryExpression, { left: other }: ts.BinaryExpression): boolean {
  return (
    ts.isPropertyAccessExpression(first) &&
    ts.isPropertyAccessExpression(other) &&
    first.name.text === other.name.text
  );
}

function isType(declaration: ts.Node): boolean {
  return (
    ts.isInterfaceDeclaration(declaration) ||
    ts.isTypeAliasDeclaration(declaration) ||
    ts.isModuleDeclaration(declaration)
  );
}

/** `save = other` */
const assignedNames = nodesOfTree(
  (node): node is ts.Identifier =>
    ts.isIdentifier(node) && isAssignment(node.parent) && node.parent.left === node,
);

/** `exports.save = …` */
const exportAssignments = nodesOfTree(
  (node): node is ts.BinaryExpression =>
    isAssignment(node) && ts.isPropertyAccessExpression(node.left) && isModuleObject(node.left.expression),
);

/** The body of an overloaded function is in its last declaration. */
function withBody(node: FunctionNode): FunctionNode | undefined {
  if (node.body) return node;
  const siblings: readonly ts.Node[] =
    ts.isFunctionDeclaration(node) || ts.isMethodDeclaration(node)
      ? childrenOf(node.parent).slice(childrenOf(node.parent).indexOf(node))
      : [];
  return siblings
    .filter(isFunctionNode)
    .find((sibling) => sibling.body && sibling.name?.getText() === node.name?.getText());
}

/** `exports.save = …` is declared by its left side. */
function isAssignmentTo(assignment: ts.BinaryExpression, declaration: ts.Node): boolean {
  return (
    isAssignment(assignment) &&
    (assignment === declaration ||
      assignment.left === declaration ||
      (ts.isPropertyAccessExpression(assignment.left) && assignment.left.name === declaration))
  );
}
