import { ts } from 'ts-morph';

/** What an import, an export specifier or a re-export stands for in the end. */
export function resolveAlias(checker: ts.TypeChecker, symbol: ts.Symbol): ts.Symbol {
  return symbol.flags & ts.SymbolFlags.Alias ? checker.getAliasedSymbol(symbol) : symbol;
}

/** The name by which an expression refers to something: `f`, the `f` of `a.b.f`; nothing for computed members. */
export function nameNodeOf(expression: ts.Expression): ts.Node | undefined {
  if (ts.isIdentifier(expression) || ts.isPrivateIdentifier(expression)) return expression;
  if (ts.isPropertyAccessExpression(expression)) return expression.name;
  if (ts.isElementAccessExpression(expression)) {
    return ts.isStringLiteralLike(expression.argumentExpression) ? expression.argumentExpression : undefined;
  }
  if (
    ts.isParenthesizedExpression(expression) ||
    ts.isNonNullExpression(expression) ||
    ts.isAsExpression(expression) ||
    ts.isSatisfiesExpression(expression)
  ) {
    return nameNodeOf(expression.expression);
  }
  return undefined;
}

/** What an expression refers to by its name, behind imports and re-exports. */
export function symbolNamedBy(checker: ts.TypeChecker, expression: ts.Expression): ts.Symbol | undefined {
  const name = nameNodeOf(expression);
  const symbol = name && checker.getSymbolAtLocation(name);
  if (!symbol) return undefined;
  const resolved = resolveAlias(checker, symbol);
  return resolved.declarations ? resolved : undefined;
}
