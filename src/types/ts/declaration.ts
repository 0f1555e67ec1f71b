import { ts } from 'ts-morph';
import type { Answer, Declaration } from '../oracle.js';
import { moduleOf } from './module-name.js';
import { type FunctionNode, isFunctionNode, startOf } from './node-at-range.js';
import type { ProjectTexts } from './project-texts.js';
import { nameNodeOf, resolveAlias } from './symbols.js';

const unknown: Answer<Declaration> = { is: 'unknown' };

/** What a call or `new` calls, or what a name stands for. */
export function askDeclaration(
  checker: ts.TypeChecker,
  expression: ts.Expression,
  texts: ProjectTexts,
): Answer<Declaration> {
  const isCall = ts.isCallExpression(expression) || ts.isNewExpression(expression);
  const symbol = calleeSymbol(checker, isCall ? expression.expression : expression);
  const signed = isCall ? checker.getResolvedSignature(expression)?.declaration : undefined;
  const declaration = symbol?.valueDeclaration ?? symbol?.declarations?.[0] ?? signed;
  if (!declaration || ts.isJSDocSignature(declaration)) return unknown;
  const file = declaration.getSourceFile();
  const inProject = texts.isProjectFile(file.fileName) && !file.isDeclarationFile;
  const name = qualifiedName(declaration) ?? symbol?.name ?? '';
  if (!inProject) {
    const module = moduleOf(declaration);
    return { is: 'yes', value: { inProject, name, ...(module !== undefined && { module }) } };
  }
  const constructor = ts.isNewExpression(expression) ? constructorOf(declaration) : undefined;
  const functionNode = constructor ?? functionOf(declaration);
  if (!functionNode) return { is: 'yes', value: { inProject, name } };
  const range = {
    file: file.fileName,
    start: startOf(functionNode, file),
    end: functionNode.end,
  };
  return { is: 'yes', value: { inProject, name, range } };
}

function calleeSymbol(checker: ts.TypeChecker, callee: ts.Expression): ts.Symbol | undefined {
  const name = nameNodeOf(callee);
  const symbol = name && checker.getSymbolAtLocation(name);
  if (!symbol) return undefined;
  const resolved = resolveAlias(checker, symbol);
  return resolved.declarations ? resolved : undefined;
}

/** What `new` runs of a class, its fields left aside. */
function constructorOf(declaration: ts.Node): FunctionNode | undefined {
  if (!ts.isClassLike(declaration)) return undefined;
  return declaration.members.filter(ts.isConstructorDeclaration).find(({ body }) => body);
}

/** The function that a declaration gives a name to, if it does. */
export function functionOf(declaration: ts.Node): FunctionNode | undefined {
  if (isFunctionNode(declaration)) return withBody(declaration);
  if (
    ts.isVariableDeclaration(declaration) ||
    ts.isPropertyAssignment(declaration) ||
    ts.isPropertyDeclaration(declaration)
  ) {
    return declaration.initializer && functionIn(declaration.initializer);
  }
  if (ts.isExportAssignment(declaration)) return functionIn(declaration.expression);
  const assignment = ts.findAncestor(declaration, ts.isBinaryExpression);
  return assignment && isAssignmentTo(assignment, declaration) ? functionIn(assignment.right) : undefined;
}

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

function childrenOf(node: ts.Node): readonly ts.Node[] {
  const children: ts.Node[] = [];
  ts.forEachChild(node, (child) => {
    children.push(child);
  });
  return children;
}

function functionIn(expression: ts.Expression): FunctionNode | undefined {
  if (ts.isParenthesizedExpression(expression)) return functionIn(expression.expression);
  if (ts.isBinaryExpression(expression) && expression.operatorToken.kind === ts.SyntaxKind.EqualsToken) {
    return functionIn(expression.right);
  }
  return isFunctionNode(expression) ? expression : undefined;
}

/** `exports.save = …` is declared by its left side. */
function isAssignmentTo(assignment: ts.BinaryExpression, declaration: ts.Node): boolean {
  return (
    assignment.operatorToken.kind === ts.SyntaxKind.EqualsToken &&
    (assignment === declaration ||
      assignment.left === declaration ||
      (ts.isPropertyAccessExpression(assignment.left) && assignment.left.name === declaration))
  );
}

/** `readFile`, `Connection#end`, `Promise.all`, `NodeJS.Process#nextTick` */
function qualifiedName(declaration: ts.Node): string | undefined {
  const own = ownName(declaration);
  if (own === undefined) return undefined;
  const owner = declaration.parent;
  if (ts.isClassLike(owner) || ts.isInterfaceDeclaration(owner)) {
    const ownerName = qualifiedName(owner);
    const isStatic =
      ts.canHaveModifiers(declaration) &&
      (ts.getModifiers(declaration) ?? []).some(({ kind }) => kind === ts.SyntaxKind.StaticKeyword);
    return ownerName === undefined ? own : `${ownerName}${isStatic ? '.' : '#'}${own}`;
  }
  const namespace = ts.findAncestor(
    owner,
    (node): node is ts.ModuleDeclaration => ts.isModuleDeclaration(node) && ts.isIdentifier(node.name),
  );
  const isGlobal = namespace && (namespace.flags & ts.NodeFlags.GlobalAugmentation) !== 0;
  const outer = namespace && !isGlobal ? qualifiedName(namespace) : undefined;
  return outer === undefined ? own : `${outer}.${own}`;
}

function ownName(declaration: ts.Node): string | undefined {
  if (ts.isBinaryExpression(declaration)) return ownName(declaration.left);
  if (ts.isPropertyAccessExpression(declaration)) return declaration.name.text;
  const name = ts.getNameOfDeclaration(declaration as ts.Declaration);
  if (!name) return undefined;
  return ts.isIdentifier(name) || ts.isStringLiteralLike(name) || ts.isPrivateIdentifier(name)
    ? name.text
    : name.getText();
}
