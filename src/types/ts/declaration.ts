import { ts } from 'ts-morph';
import type { Answer, Declaration } from '../oracle.js';
import { moduleOf } from './module-name.js';
import { declaredFunction, isGivenOther } from './declared-function.js';
import { type FunctionNode, startOf } from './node-at-range.js';
import type { ProjectTexts } from './project-texts.js';
import { symbolNamedBy } from './symbols.js';

const unknown: Answer<Declaration> = { is: 'unknown' };

/** What a call or `new` calls, or what a name stands for. */
export function askDeclaration(
  checker: ts.TypeChecker,
  expression: ts.Expression,
  texts: ProjectTexts,
): Answer<Declaration> {
  const isCall = ts.isCallExpression(expression) || ts.isNewExpression(expression);
  const symbol = symbolNamedBy(checker, isCall ? expression.expression : expression);
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
  const isOpen = symbol !== undefined && isGivenOther(checker, symbol, declaration);
  const functionNode = constructor ?? (isOpen ? undefined : declaredFunction(checker, declaration));
  if (!functionNode) return { is: 'yes', value: { inProject, name } };
  const range = {
    file: file.fileName,
    start: startOf(functionNode, file),
    end: functionNode.end,
  };
  return { is: 'yes', value: { inProject, name, range } };
}

/** What `new` runs of a class, its fields left aside. */
function constructorOf(declaration: ts.Node): FunctionNode | undefined {
  if (!ts.isClassLike(declaration)) return undefined;
  return declaration.members.filter(ts.isConstructorDeclaration).find(({ body }) => body);
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
