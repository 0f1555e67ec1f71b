import { ts } from 'ts-morph';
import { isAssignment, isExportedObject, isModuleObject, outermost } from './function-naming.js';

/** What is done with a function where its name stands. */
export type UseOfName =
  | { readonly kind: 'call' | 'construct'; readonly node: ts.Node }
  | { readonly kind: 'value' }
  | { readonly kind: 'mention' }
  /** It gets another name, under which it must be looked for. */
  | {
      readonly kind: 'alias';
      readonly declarations: readonly ts.Node[];
      readonly name?: string;
      readonly scope: 'file' | 'project';
      /** It becomes a default export or a whole module: importers choose its name. */
      readonly isNamedByImporters: boolean;
    };

/** @param name The identifier, or the string in `svc['save']`. */
export function useOfName(name: ts.Node): UseOfName {
  const { parent } = name;
  if (ts.isImportSpecifier(parent) || ts.isImportClause(parent) || ts.isNamespaceImport(parent)) {
    return ts.isImportSpecifier(parent) ? alias([parent], parent.name.text) : { kind: 'mention' };
  }
  if (ts.isExportSpecifier(parent)) {
    const exportedAs = parent.name.text;
    const isDefault = exportedAs === 'default';
    return { ...alias([parent], exportedAs, 'project'), isNamedByImporters: isDefault };
  }
  if (ts.isVariableDeclaration(parent) && parent.name === name) return { kind: 'mention' };
  if (ts.isBindingElement(parent)) return useInBinding(parent);
  if (ts.isShorthandPropertyAssignment(parent)) {
    return isExportedObject(parent.parent) ? alias([parent], parent.name.text, 'project') : { kind: 'value' };
  }
  const isMemberName =
    (ts.isPropertyAccessExpression(parent) && parent.name === name) ||
    (ts.isElementAccessExpression(parent) && parent.argumentExpression === name);
  return useOfExpression(outermost(isMemberName ? parent : name));
}

function useOfExpression(expression: ts.Node): UseOfName {
  const { parent } = expression;
  if (ts.isCallExpression(parent) && parent.expression === expression) return { kind: 'call', node: parent };
  if (ts.isNewExpression(parent) && parent.expression === expression) {
    return { kind: 'construct', node: parent };
  }
  if (ts.isExpressionStatement(parent) || ts.isTypeOfExpression(parent) || isInType(expression)) {
    return { kind: 'mention' };
  }
  if (ts.isExportAssignment(parent)) return { ...alias([parent]), isNamedByImporters: true };
  if (ts.isVariableDeclaration(parent) && parent.initializer === expression) return useInVariable(parent);
  if (ts.isPropertyAssignment(parent) && parent.initializer === expression) {
    return isExportedObject(parent.parent) && !ts.isComputedPropertyName(parent.name)
      ? alias([parent], parent.name.text, 'project')
      : { kind: 'value' };
  }
  if (isAssignment(parent) && parent.right === expression) return useInAssignment(parent);
  return { kind: 'value' };
}

function isInType(node: ts.Node): boolean {
  return (
    ts.isTypeNode(node) ||
    ts.isTypeQueryNode(node.parent) ||
    ts.isQualifiedName(node.parent) ||
    ts.isExpressionWithTypeArguments(node.parent)
  );
}

/** `const { save } = svc` and `const { save: store } = svc` */
function useInBinding(element: ts.BindingElement): UseOfName {
  const isPlain = ts.isIdentifier(element.name) && !element.initializer && !element.dotDotDotToken;
  const variable = element.parent.parent;
  if (!isPlain || !ts.isVariableDeclaration(variable) || !isConst(variable)) return { kind: 'value' };
  return alias([element], element.name.text, isExported(variable) ? 'project' : 'file');
}

/** `const store = save` */
function useInVariable(variable: ts.VariableDeclaration): UseOfName {
  if (!ts.isIdentifier(variable.name) || !isConst(variable) || variable.type) return { kind: 'value' };
  return alias([variable], variable.name.text, isExported(variable) ? 'project' : 'file');
}

/** `exports.store = save`, `module.exports = save` */
function useInAssignment(assignment: ts.BinaryExpression): UseOfName {
  const { left } = assignment;
  if (!ts.isExpressionStatement(outermost(assignment).parent)) return { kind: 'value' };
  if (isModuleObject(left)) {
    return { ...alias([assignment, left]), isNamedByImporters: true };
  }
  if (ts.isPropertyAccessExpression(left) && isModuleObject(left.expression)) {
    return alias([assignment, left, left.name], left.name.text, 'project');
  }
  return { kind: 'value' };
}

function alias(
  declarations: readonly ts.Node[],
  name?: string,
  scope: 'file' | 'project' = 'file',
): Extract<UseOfName, { kind: 'alias' }> {
  return {
    kind: 'alias',
    declarations,
    scope,
    isNamedByImporters: false,
    ...(name !== undefined && { name }),
  };
}

function isConst(variable: ts.VariableDeclaration): boolean {
  return (ts.getCombinedNodeFlags(variable) & ts.NodeFlags.Const) !== 0;
}

function isExported(variable: ts.VariableDeclaration): boolean {
  return (ts.getCombinedModifierFlags(variable) & ts.ModifierFlags.Export) !== 0;
}
