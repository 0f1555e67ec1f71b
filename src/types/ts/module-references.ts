import { ts } from 'ts-morph';
import { findOccurrences } from './occurrences.js';
import type { Projects } from './projects.js';

/** A place where a file is imported: `'./svc'` in an import, an export, a `require` or an `import()`. */
export interface ModuleReference {
  readonly importer: string;
  readonly specifier: ts.StringLiteralLike;
}

/** Every place in the project where `module` is imported. */
export function findModuleReferences(projects: Projects, module: string): ModuleReference[] {
  return projects.imports.importersOf(module).flatMap((importer) => {
    const file = projects.open(importer);
    if (!file) return [];
    return projects.imports
      .specifiersOf(importer, module)
      .flatMap((specifier) => findOccurrences(file, specifier))
      .filter(ts.isStringLiteralLike)
      .filter(isModuleSpecifier)
      .map((specifier) => ({ importer, specifier }));
  });
}

function isModuleSpecifier(literal: ts.StringLiteralLike): boolean {
  const { parent } = literal;
  if (ts.isImportDeclaration(parent) || ts.isExportDeclaration(parent)) return true;
  if (ts.isExternalModuleReference(parent)) return true;
  return ts.isCallExpression(parent) && isImportingCall(parent);
}

/** `require('./svc')` or `import('./svc')` */
export function isImportingCall(call: ts.CallExpression): boolean {
  const { expression } = call;
  return (
    expression.kind === ts.SyntaxKind.ImportKeyword ||
    (ts.isIdentifier(expression) && expression.text === 'require')
  );
}
