import { dirname } from 'node:path';
import { ts } from 'ts-morph';
import { findOccurrences } from './occurrences.js';
import type { Projects } from './projects.js';

/** A place where a file is imported: `'./svc'` in an import, an export, a `require` or an `import()`. */
export interface ModuleReference {
  readonly importer: string;
  readonly specifier: ts.StringLiteralLike;
}

const specifierPattern =
  /(?:\bfrom|\bimport|\brequire\s*\(|\bimport\s*\()\s*(?:'([^'\n]+)'|"([^"\n]+)"|`([^`\n$]+)`)/g;

/** Every place in the project where `module` is imported. */
export function findModuleReferences(projects: Projects, module: string): ModuleReference[] {
  return projects.texts.files().flatMap((importer) => {
    const specifiers = new Set(
      specifiersIn(projects.texts.readFile(importer) ?? '').filter((specifier) =>
        mayLeadTo(specifier, module),
      ),
    );
    const leading = [...specifiers].filter(
      (specifier) => projects.projectOf(importer)?.resolveModule(specifier, importer) === module,
    );
    return leading.flatMap((name) => {
      const file = projects.open(importer);
      if (!file) return [];
      return findOccurrences(file, name)
        .filter(ts.isStringLiteralLike)
        .filter(isModuleSpecifier)
        .map((specifier) => ({ importer, specifier }));
    });
  });
}

/** Whether a file names this package in an import, but gets something else than the project's own files. */
export function importsBuiltPackage(projects: Projects, importer: string, packageName: string): boolean {
  return specifiersIn(projects.texts.readFile(importer) ?? '')
    .filter((specifier) => specifier === packageName || specifier.startsWith(`${packageName}/`))
    .some((specifier) => {
      const target = projects.projectOf(importer)?.resolveModule(specifier, importer);
      return target === undefined || !projects.texts.isProjectFile(target);
    });
}

export function specifiersIn(text: string): string[] {
  return [...text.matchAll(specifierPattern)].map(
    ([, single, double, template]) => single ?? double ?? template ?? '',
  );
}

/** A relative specifier ends in the module's name, or in its folder's: anything else need not be resolved. */
export function mayLeadTo(specifier: string, module: string): boolean {
  if (!specifier.startsWith('.')) return true;
  const last =
    specifier
      .split('/')
      .at(-1)
      ?.replace(/\.[cm]?[jt]sx?$/, '') ?? '';
  const own =
    module
      .split('/')
      .at(-1)
      ?.replace(/\.[cm]?[jt]sx?$/, '') ?? '';
  return last === own || /^\.*$/.test(last) || dirname(module).endsWith(`/${last}`);
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
