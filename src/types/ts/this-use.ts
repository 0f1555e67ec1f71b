import { ts } from 'ts-morph';
import { isFunctionNode } from './node-at-range.js';
import { resolveAlias } from './symbols.js';

/** Whether a function must be called on its object: a method of an instance, or an own function that says `this`. */
export function needsThis(checker: ts.TypeChecker, callee: ts.Expression): boolean {
  if (!ts.isPropertyAccessExpression(callee) && !ts.isElementAccessExpression(callee)) return false;
  const at = ts.isPropertyAccessExpression(callee) ? callee.name : callee.argumentExpression;
  const symbol = checker.getSymbolAtLocation(at);
  const declaration = symbol && resolveAlias(checker, symbol).declarations?.[0];
  if (!declaration) return true;
  if (isFunctionNode(declaration) && declaration.body && !ts.isClassLike(declaration.parent)) {
    return saysThis(declaration.body);
  }
  const owner = declaration.parent;
  return (
    ts.isClassLike(owner) ||
    ts.isInterfaceDeclaration(owner) ||
    ts.isTypeLiteralNode(owner) ||
    ts.isObjectLiteralExpression(owner)
  );
}

function saysThis(node: ts.Node): boolean {
  if (node.kind === ts.SyntaxKind.ThisKeyword) return true;
  if (isFunctionNode(node) && !ts.isArrowFunction(node)) return false;
  return ts.forEachChild(node, saysThis) ?? false;
}
