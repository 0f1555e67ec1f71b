import { ts } from 'ts-morph';

/** A function with a body of its own. */
export type FunctionNode =
  | ts.FunctionDeclaration
  | ts.FunctionExpression
  | ts.ArrowFunction
  | ts.MethodDeclaration
  | ts.ConstructorDeclaration
  | ts.AccessorDeclaration;

export function isFunctionNode(node: ts.Node): node is FunctionNode {
  return (
    ts.isFunctionDeclaration(node) ||
    ts.isFunctionExpression(node) ||
    ts.isArrowFunction(node) ||
    ts.isMethodDeclaration(node) ||
    ts.isConstructorDeclaration(node) ||
    ts.isAccessor(node)
  );
}

/** The outermost expression that is exactly this range; parentheses around it don't belong to it. */
export function findExpression(file: ts.SourceFile, start: number, end: number): ts.Expression | undefined {
  return pathTo(file, start, end).find(
    (node): node is ts.Expression =>
      node.end === end && node.getStart(file) === start && isExpressionOrName(node),
  );
}

/** The function that ends here and starts here, or whose `export` or decorators start before. */
export function findFunction(file: ts.SourceFile, start: number, end: number): FunctionNode | undefined {
  return pathTo(file, start, end).find(
    (node): node is FunctionNode =>
      isFunctionNode(node) &&
      node.end === end &&
      (startOf(node, file) === start || node.getStart(file) === start),
  );
}

/**
 * Where syntax trees of the ESTree family let a node start: `export` and `default` belong to a statement around the
 * function there, while TypeScript counts them as the function's modifiers.
 */
export function startOf(node: ts.Node, file: ts.SourceFile): number {
  if (!ts.isFunctionDeclaration(node)) return node.getStart(file);
  const isOfExport = ({ kind }: ts.ModifierLike): boolean =>
    kind === ts.SyntaxKind.ExportKeyword || kind === ts.SyntaxKind.DefaultKeyword;
  const last = node.modifiers?.findLast(isOfExport);
  if (!last) return node.getStart(file);
  const rest = node.getChildren(file).find((child) => child.pos >= last.end);
  const nextModifier = node.modifiers?.find((modifier) => modifier.pos >= last.end);
  return (nextModifier ?? rest ?? node).getStart(file);
}

/** The nodes around a range, from the file inwards. */
function pathTo(file: ts.SourceFile, start: number, end: number): ts.Node[] {
  const path: ts.Node[] = [];
  for (let node: ts.Node | undefined = file; node;) {
    path.push(node);
    node = ts.forEachChild<ts.Node>(node, (child) =>
      child.pos <= start && end <= child.end ? child : undefined,
    );
  }
  return path;
}

function isExpressionOrName(node: ts.Node): boolean {
  return ts.isExpression(node) || ts.isIdentifier(node) || ts.isPrivateIdentifier(node);
}
