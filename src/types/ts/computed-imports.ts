import { ts } from 'ts-morph';
import { isImportingCall } from './module-references.js';

/** Whether the value is a module that was loaded under a name that nobody can read: `require(path.join(dir, name))`. */
export function isOfComputedImport(checker: ts.TypeChecker, value: ts.Expression): boolean {
  const loaded = withoutAwait(value);
  if (ts.isCallExpression(loaded)) return isComputedImport(loaded);
  const declaration = checker.getSymbolAtLocation(loaded)?.valueDeclaration;
  if (!declaration || !ts.isVariableDeclaration(declaration) || !declaration.initializer) return false;
  const initial = withoutAwait(declaration.initializer);
  return ts.isCallExpression(initial) && isComputedImport(initial);
}

function isComputedImport(call: ts.CallExpression): boolean {
  const [specifier] = call.arguments;
  return isImportingCall(call) && specifier !== undefined && !ts.isStringLiteralLike(specifier);
}

function withoutAwait(value: ts.Expression): ts.Expression {
  if (ts.isParenthesizedExpression(value) || ts.isAwaitExpression(value))
    return withoutAwait(value.expression);
  return value;
}
