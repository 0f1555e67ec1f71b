import * as t from '@babel/types';
import { startOf, type SyntaxFile } from '../../syntax/syntax-file.js';
import {
  assignedValue,
  findDeclaredValue,
  findKeyName,
  findMemberName,
  isExportsObject,
  withoutCasts,
} from './declared-value.js';
import { findMembers } from './members.js';

/** Something that a module exports. */
export interface ModuleExport {
  /** `handler`, `default`; `controller.get` for a member of an exported object. */
  readonly name: string;
  /** A function, a class or any expression. */
  readonly value: t.Node;
  /** The declaration of the exported name, which may carry its type or a doc comment. */
  readonly declaration: t.Node;
}

/** A name that a module takes from another one and exports. */
export interface ReExport {
  readonly name: string;
  /** As written: `./get`. */
  readonly source: string;
  /** The name in the other module; `*` for all of its names. */
  readonly importedName: string;
}

function exportedName(node: t.Identifier | t.StringLiteral): string {
  return t.isIdentifier(node) ? node.name : node.value;
}

function findDeclarationExports(statement: t.ExportNamedDeclaration): readonly ModuleExport[] {
  const { declaration } = statement;
  if (t.isFunctionDeclaration(declaration) || t.isClassDeclaration(declaration))
    return declaration.id ? [{ name: declaration.id.name, value: declaration, declaration: statement }] : [];
  if (!t.isVariableDeclaration(declaration)) return [];
  return declaration.declarations.flatMap((declarator) =>
    t.isIdentifier(declarator.id) && declarator.init
      ? [{ name: declarator.id.name, value: declarator.init, declaration: declarator }]
      : [],
  );
}

function findSpecifierExports(statement: t.ExportNamedDeclaration): readonly ModuleExport[] {
  if (statement.source) return [];
  return statement.specifiers.flatMap((specifier) =>
    t.isExportSpecifier(specifier)
      ? [{ name: exportedName(specifier.exported), value: specifier.local, declaration: statement }]
      : [],
  );
}

function findEsmExports(file: SyntaxFile): readonly ModuleExport[] {
  const named = file
    .nodes('ExportNamedDeclaration')
    .flatMap((statement) => [...findDeclarationExports(statement), ...findSpecifierExports(statement)]);
  const defaults = file.nodes('ExportDefaultDeclaration').map((statement) => ({
    name: 'default',
    value: statement.declaration,
    declaration: statement,
  }));
  const assigned = file
    .nodes('TSExportAssignment')
    .flatMap((statement) => toModuleMembers(file, statement.expression));
  return [...named, ...defaults, ...assigned];
}

function toModuleMembers(file: SyntaxFile, value: t.Node): readonly ModuleExport[] {
  return findMembers(file, value).map(({ name, value, declaration }) => ({ name, value, declaration }));
}

/** Is this a name for the module's exports: `const api = (module.exports = {})`? */
function isExportsAlias(file: SyntaxFile, node: t.Node): boolean {
  if (!t.isIdentifier(node)) return false;
  const binding = file.bindingOf(node);
  const declarator = binding && file.parentOf(binding.identifier);
  if (!t.isVariableDeclarator(declarator) || !declarator.init || declarator.id !== binding?.identifier)
    return false;
  const { init } = declarator;
  return isExportsObject(file, init) || (t.isAssignmentExpression(init) && isExportsObject(file, init.left));
}

function findCommonJsExports(file: SyntaxFile): readonly ModuleExport[] {
  return file
    .nodes('AssignmentExpression')
    .filter((assignment) => assignment.operator === '=' && !file.enclosingFunction(assignment))
    .flatMap((assignment) => {
      const { left } = assignment;
      const value = assignedValue(assignment.right);
      if (isExportsObject(file, left)) return toModuleMembers(file, value);
      if (!t.isMemberExpression(left)) return [];
      if (!isExportsObject(file, left.object) && !isExportsAlias(file, left.object)) return [];
      const name = findMemberName(left);
      return name === undefined ? [] : [{ name, value, declaration: assignment }];
    });
}

/** What the module exports under a name of its own, in source order. */
export function findExports(file: SyntaxFile): readonly ModuleExport[] {
  return [...findEsmExports(file), ...findCommonJsExports(file)].sort(
    (a, b) => startOf(a.declaration) - startOf(b.declaration),
  );
}

/** Finds an export by name; a dotted name is a member of an exported object: `controller.get`. */
export function findExport(
  file: SyntaxFile,
  exports: readonly ModuleExport[],
  name: string,
): ModuleExport | undefined {
  const exact = exports.findLast((candidate) => candidate.name === name);
  const dot = name.lastIndexOf('.');
  if (exact || dot === -1) return exact;
  const owner = findExport(file, exports, name.slice(0, dot));
  const member =
    owner && findMembers(file, owner.value).findLast((found) => found.name === name.slice(dot + 1));
  return member && { ...member, name };
}

/** `require('./get')`: the module; undefined for anything else. */
function findRequired(file: SyntaxFile, node: t.Node): string | undefined {
  if (!t.isCallExpression(node) || !file.isGlobal(node.callee, 'require')) return undefined;
  const [source] = node.arguments;
  return t.isStringLiteral(source) ? source.value : undefined;
}

function findImported(file: SyntaxFile, identifier: t.Identifier): Omit<ReExport, 'name'> | undefined {
  const binding = file.bindingOf(identifier);
  const declaration = binding && file.parentOf(binding.identifier);
  const statement = declaration && file.parentOf(declaration);
  if (t.isImportDeclaration(statement)) {
    const source = statement.source.value;
    if (t.isImportSpecifier(declaration)) return { source, importedName: exportedName(declaration.imported) };
    return t.isImportDefaultSpecifier(declaration) ? { source, importedName: 'default' } : undefined;
  }
  const pattern = declaration && file.parentOf(declaration);
  const declarator = pattern && file.parentOf(pattern);
  if (!t.isObjectProperty(declaration) || !t.isVariableDeclarator(declarator) || !declarator.init)
    return undefined;
  const source = findRequired(file, declarator.init);
  const importedName = findKeyName(declaration.key, declaration.computed);
  return source === undefined || importedName === undefined ? undefined : { source, importedName };
}

/** Where an exported value comes from when that is another module: an imported name, `require('./get').handler`. */
function findOrigin(file: SyntaxFile, node: t.Node): Omit<ReExport, 'name'> | undefined {
  const value = withoutCasts(node);
  if (t.isIdentifier(value)) return findImported(file, value);
  if (!t.isMemberExpression(value)) return undefined;
  const importedName = findMemberName(value);
  const object = t.isIdentifier(value.object) ? findDeclaredValue(file, value.object) : value.object;
  const source = object && findRequired(file, object);
  return source === undefined || importedName === undefined ? undefined : { source, importedName };
}

/** What the module exports that another module defines. */
export function findReExports(file: SyntaxFile): readonly ReExport[] {
  const fromStatements = file.nodes('ExportNamedDeclaration').flatMap(({ source, specifiers }) =>
    source
      ? specifiers.flatMap((specifier) =>
          t.isExportSpecifier(specifier)
            ? [
                {
                  name: exportedName(specifier.exported),
                  source: source.value,
                  importedName: exportedName(specifier.local),
                },
              ]
            : [],
        )
      : [],
  );
  const all = file
    .nodes('ExportAllDeclaration')
    .map(({ source }) => ({ name: '*', source: source.value, importedName: '*' }));
  const values = findExports(file).flatMap(({ name, value }) => {
    const origin = findOrigin(file, value);
    return origin ? [{ name, ...origin }] : [];
  });
  return [...fromStatements, ...all, ...values];
}
