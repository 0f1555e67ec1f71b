import { ts } from 'ts-morph';
import type { FunctionNode } from './node-at-range.js';
import type { Projects } from './projects.js';

/** The type from outside the project that the place of a function asks it to have: `Handler`. */
export function externalContractOf(projects: Projects, fn: FunctionNode): { externalContract?: string } {
  if (!ts.isExpression(fn) && !ts.isObjectLiteralExpression(fn.parent)) return {};
  const { checker } = projects.open(fn.getSourceFile().fileName) ?? {};
  const type = ts.isObjectLiteralElementLike(fn)
    ? memberContext(checker, fn)
    : ts.isExpression(fn)
      ? checker?.getContextualType(fn)
      : undefined;
  const symbol = type?.aliasSymbol ?? type?.symbol;
  const declared = symbol?.declarations?.[0]?.getSourceFile();
  const isForeign =
    declared && (declared.isDeclarationFile || !projects.texts.isProjectFile(declared.fileName));
  return symbol && isForeign ? { externalContract: symbol.name } : {};
}

function memberContext(
  checker: ts.TypeChecker | undefined,
  member: ts.ObjectLiteralElementLike,
): ts.Type | undefined {
  if (!checker || !member.name || !ts.isObjectLiteralExpression(member.parent)) return undefined;
  const name = ts.isIdentifier(member.name) ? member.name.text : member.name.getText();
  const symbol = checker.getContextualType(member.parent)?.getProperty(name);
  return symbol && checker.getTypeOfSymbolAtLocation(symbol, member);
}
