import { ts } from 'ts-morph';
import { findComputedAccesses } from './computed-accesses.js';
import { isImportingCall } from './module-references.js';
import type { Projects } from './projects.js';

/** Whether a file of its package may load the module under a name that nobody can read: `require(path.join(dir, name))`. */
export function isLoadedUnseen({ imports }: Projects, module: string): boolean {
  return imports.unseenLoadersOf(module).length > 0;
}

/** `require(path.join(dir, job))[action]()`, where the module may be this one. */
export function isTakenUnseen(projects: Projects, module: string): boolean {
  const { imports } = projects;
  return imports.takersByComputedName(imports.unseenLoadersOf(module)).some((path) => {
    const file = projects.open(path);
    return (
      file !== undefined &&
      findComputedAccesses(file.tree).some((access) => isOfComputedImport(file.checker, access.expression))
    );
  });
}

function isOfComputedImport(checker: ts.TypeChecker, value: ts.Expression): boolean {
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
