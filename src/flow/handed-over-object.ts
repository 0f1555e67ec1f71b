import * as t from '@babel/types';
import type { SyntaxFile } from '../syntax/syntax-file.js';

/**
 * Where the object literal that a function is a member of goes to somebody else, who may then call the function unseen:
 * `subscribe({ onEnd() { … } })`, or `const options = { onEnd() { … } }; subscribe(options);`.
 *
 * @returns undefined when the function is no member of an object literal, or the object only has its members used
 */
export function findHandingOver(file: SyntaxFile, fn: t.Function): t.Node | undefined {
  const property = t.isObjectMethod(fn) ? fn : file.parentOf(fn);
  const object = property && file.parentOf(property);
  if (!t.isObjectExpression(object)) return undefined;
  const holder = holderOf(file, object);
  if (t.isAssignmentExpression(holder) || t.isExportDefaultDeclaration(holder)) return undefined;
  if (!t.isVariableDeclarator(holder) || !t.isIdentifier(holder.id)) return object;
  return file.bindingOf(holder.id)?.references.find((reference) => !isMemberUseOrExport(file, reference));
}

/** What the outermost literal around an object belongs to. */
function holderOf(file: SyntaxFile, object: t.Node): t.Node | undefined {
  const parent = file.parentOf(object);
  const isWrapping =
    t.isObjectProperty(parent) ||
    t.isObjectExpression(parent) ||
    t.isTSAsExpression(parent) ||
    t.isTSSatisfiesExpression(parent);
  return isWrapping ? holderOf(file, parent) : parent;
}

/** `store.save`, `export { store }`, `module.exports = store`, `module.exports = { store }` */
function isMemberUseOrExport(file: SyntaxFile, reference: t.Identifier): boolean {
  const parent = file.parentOf(reference);
  if (t.isMemberExpression(parent) || t.isOptionalMemberExpression(parent))
    return parent.object === reference;
  if (
    t.isExportSpecifier(parent) ||
    t.isExportDefaultDeclaration(parent) ||
    t.isExportNamedDeclaration(parent)
  )
    return true;
  const holder = t.isObjectProperty(parent) ? holderOf(file, parent) : parent;
  if (t.isAssignmentExpression(holder)) return /^(?:module\.)?exports\b/.test(file.slice(holder.left));
  return t.isTSTypeQuery(parent);
}
