import { ts } from 'ts-morph';
import { isModuleObject, outermost } from './function-naming.js';
import { isImportingCall, type ModuleReference } from './module-references.js';
import { findOccurrences } from './occurrences.js';
import type { ProjectFile } from './projects.js';

/** What an importing place does with the module. */
export interface ModuleUse {
  /** Names that the importer gives to the module, or to its default export. */
  readonly localNames: readonly string[];
  /** The module is passed on whole: its members can be used where nobody can find them. */
  readonly escapes: boolean;
  /** `export * from './svc'`, `module.exports = require('./svc')`: importers of the importer have it too. */
  readonly isPassedOn: boolean;
  /** `require('./svc')(…)`: the module itself is called. */
  readonly calledAt?: ts.CallExpression;
}

const harmless: ModuleUse = { localNames: [], escapes: false, isPassedOn: false };
const escaping: ModuleUse = { ...harmless, escapes: true };

export function findModuleUse(file: ProjectFile, { specifier }: ModuleReference): ModuleUse {
  const { parent } = specifier;
  if (ts.isExportDeclaration(parent)) {
    if (!parent.exportClause) return { ...harmless, isPassedOn: true };
    return ts.isNamespaceExport(parent.exportClause) ? escaping : harmless;
  }
  if (ts.isImportDeclaration(parent)) return useInImport(file, parent.importClause);
  if (ts.isExternalModuleReference(parent)) return useOfName(file, parent.parent.name);
  if (!ts.isCallExpression(parent) || !isImportingCall(parent)) return escaping;
  const isAwaited = ts.isAwaitExpression(outermost(parent).parent);
  return useOfValue(file, outermost(isAwaited ? outermost(parent).parent : parent));
}

function useInImport(file: ProjectFile, clause: ts.ImportClause | undefined): ModuleUse {
  if (!clause || clause.phaseModifier === ts.SyntaxKind.TypeKeyword) return harmless;
  const { name, namedBindings } = clause;
  const named = [name, namedBindings && ts.isNamespaceImport(namedBindings) ? namedBindings.name : undefined]
    .filter((local) => local !== undefined)
    .map((local) => useOfName(file, local));
  const defaults = namedBindings && ts.isNamedImports(namedBindings) ? namedBindings.elements : [];
  const renamedDefaults = defaults
    .filter(({ propertyName }) => propertyName?.text === 'default')
    .map((element) => element.name.text);
  return {
    localNames: [...named.flatMap(({ localNames }) => localNames), ...renamedDefaults],
    escapes: named.some(({ escapes }) => escapes),
    isPassedOn: named.some(({ isPassedOn }) => isPassedOn),
  };
}

/** What is done with `require('./svc')` where it stands. */
function useOfValue(file: ProjectFile, value: ts.Node): ModuleUse {
  const { parent } = value;
  if (ts.isExpressionStatement(parent) || isMemberAccess(value)) return harmless;
  if (ts.isCallExpression(parent) && parent.expression === value) return { ...harmless, calledAt: parent };
  if (ts.isVariableDeclaration(parent)) {
    if (ts.isIdentifier(parent.name)) return useOfName(file, parent.name);
    return hasRest(parent.name) ? escaping : harmless;
  }
  if (ts.isBinaryExpression(parent) && isModuleObject(parent.left)) {
    return { ...harmless, isPassedOn: true };
  }
  return escaping;
}

/** What is done with the module in the file under its local name. */
function useOfName(file: ProjectFile, local: ts.Identifier): ModuleUse {
  const symbol = file.checker.getSymbolAtLocation(local);
  const uses = findOccurrences(file, local.text).filter(
    (node) => node !== local && ts.isIdentifier(node) && symbolAt(file.checker, node) === symbol,
  );
  return { localNames: [local.text], escapes: !uses.every(isHarmlessUse), isPassedOn: false };
}

function symbolAt(checker: ts.TypeChecker, node: ts.Node): ts.Symbol | undefined {
  return ts.isShorthandPropertyAssignment(node.parent)
    ? checker.getShorthandAssignmentValueSymbol(node.parent)
    : checker.getSymbolAtLocation(node);
}

function isHarmlessUse(name: ts.Node): boolean {
  const value = outermost(name);
  const { parent } = value;
  if (isMemberAccess(value)) return true;
  if (ts.isCallExpression(parent) && parent.expression === value) return true;
  if (ts.isVariableDeclaration(parent) && !ts.isIdentifier(parent.name)) return !hasRest(parent.name);
  return (
    ts.isExpressionStatement(parent) ||
    ts.isTypeQueryNode(parent) ||
    ts.isQualifiedName(parent) ||
    ts.isNewExpression(parent) ||
    ts.isTypeReferenceNode(parent)
  );
}

/** `svc.save` and `svc['save']`, but not `svc[name]` */
function isMemberAccess(value: ts.Node): boolean {
  const { parent } = value;
  if (ts.isPropertyAccessExpression(parent)) return parent.expression === value;
  if (!ts.isElementAccessExpression(parent) || parent.expression !== value) return false;
  return ts.isStringLiteralLike(parent.argumentExpression);
}

function hasRest(pattern: ts.BindingPattern): boolean {
  return pattern.elements.some(
    (element) =>
      ts.isBindingElement(element) &&
      (element.dotDotDotToken !== undefined ||
        (element.propertyName !== undefined && ts.isComputedPropertyName(element.propertyName))),
  );
}
