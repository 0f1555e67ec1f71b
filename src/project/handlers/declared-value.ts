import * as t from '@babel/types';
import type { SyntaxFile } from '../../syntax/syntax-file.js';

/** The name of a property or member that is not computed from anything but a string. */
export function findKeyName(key: t.Node, computed: boolean): string | undefined {
  if (t.isStringLiteral(key)) return key.value;
  return !computed && t.isIdentifier(key) ? key.name : undefined;
}

/** `a.b` or `a['b']`: the name of the property. */
export function findMemberName(member: t.MemberExpression): string | undefined {
  return findKeyName(member.property, member.computed);
}

/** Is this `exports` or `module.exports`? */
export function isExportsObject(file: SyntaxFile, node: t.Node): boolean {
  if (file.isGlobal(node, 'exports')) return true;
  return (
    t.isMemberExpression(node) && file.isGlobal(node.object, 'module') && findMemberName(node) === 'exports'
  );
}

/** The same expression without casts: `f as Handler`, `f satisfies Handler`, `f!`. */
export function withoutCasts(node: t.Node): t.Node {
  return t.isTSAsExpression(node) || t.isTSSatisfiesExpression(node) || t.isTSNonNullExpression(node)
    ? withoutCasts(node.expression)
    : node;
}

/** What `a = b = value` assigns. */
export function assignedValue(node: t.Node): t.Node {
  return t.isAssignmentExpression(node, { operator: '=' }) ? assignedValue(node.right) : node;
}

/**
 * The declaration or the one value of a name: a function, a class, the initialiser of a variable that is not written
 * again, the one assignment to a variable without initialiser.
 *
 * @returns undefined when the name has several values or comes from elsewhere.
 */
export function findDeclaredValue(file: SyntaxFile, identifier: t.Identifier): t.Node | undefined {
  const binding = file.bindingOf(identifier);
  const declaration = binding && file.parentOf(binding.identifier);
  if (!binding || !declaration) return undefined;
  if (t.isFunctionDeclaration(declaration) || t.isClassDeclaration(declaration))
    return declaration.id === binding.identifier && binding.writes.length === 0 ? declaration : undefined;
  if (!t.isVariableDeclarator(declaration) || declaration.id !== binding.identifier) return undefined;
  const [write, ...moreWrites] = binding.writes;
  if (declaration.init) return write ? undefined : assignedValue(declaration.init);
  const assignment = write && moreWrites.length === 0 ? file.parentOf(write) : undefined;
  return t.isAssignmentExpression(assignment, { operator: '=' }) && assignment.left === write
    ? assignedValue(assignment.right)
    : undefined;
}

/** The variable declarator of a name, which may carry its type. */
export function findDeclarator(file: SyntaxFile, identifier: t.Identifier): t.VariableDeclarator | undefined {
  const binding = file.bindingOf(identifier);
  const declaration = binding && file.parentOf(binding.identifier);
  return t.isVariableDeclarator(declaration) ? declaration : undefined;
}
