import * as t from '@babel/types';
import type { Binding } from '../../syntax/binding.js';
import type { SyntaxFile } from '../../syntax/syntax-file.js';
import { endOf, startOf } from '../../syntax/syntax-file.js';
import type { Conversion } from './conversion.js';

function isReference(file: SyntaxFile, identifier: t.Identifier): boolean {
  const parent = file.parentOf(identifier);
  if (!parent) return false;
  return (
    t.isReferenced(identifier, parent, file.parentOf(parent)) || file.bindingOf(identifier) !== undefined
  );
}

function identifiersOf(binding: Binding): readonly t.Identifier[] {
  return [binding.identifier, ...binding.references, ...binding.writes];
}

/** Names that are declared directly in a function or block, its parameters included. */
export function bindingsDeclaredIn(file: SyntaxFile, scope: t.Node): readonly Binding[] {
  const found = new Set<Binding>();
  for (const identifier of file.nodes('Identifier')) {
    if (!file.contains(scope, identifier)) continue;
    const binding = file.bindingOf(identifier);
    if (binding?.scope === scope) found.add(binding);
  }
  return [...found];
}

/**
 * Would a declaration of this name in `scope` be a second one, or catch references that mean another?
 *
 * @param from the node whose scope the name leaves
 */
function collides(c: Conversion, binding: Binding, scope: t.Node, from: t.Node): boolean {
  const { file } = c;
  return file.nodes('Identifier').some((identifier) => {
    if (identifier.name !== binding.name || !file.contains(scope, identifier)) return false;
    if (!isReference(file, identifier) || isInDroppedParameter(c, identifier)) return false;
    const other = file.bindingOf(identifier);
    if (other === binding) return false;
    if (!other) return true;
    if (c.erased.has(other)) return false;
    // A name of a scope of its own beside or inside the moved code shadows as before.
    return other.scope === scope || file.contains(other.scope, scope) || file.contains(other.scope, from);
  });
}

/** The callback parameter goes, with the names in its type. */
function isInDroppedParameter(c: Conversion, identifier: t.Identifier): boolean {
  const { callback } = c.completions.names;
  return callback?.kind === 'param' && c.file.contains(callback.identifier, identifier);
}

/** Is any name of the parameter assigned to? */
export function isWritten(file: SyntaxFile, parameter: t.Node): boolean {
  const names = Object.values(t.getBindingIdentifiers(parameter));
  return names.some((name) => (file.bindingOf(name)?.writes.length ?? 0) > 0);
}

/** The `var` or function that declares a parameter's name once more. */
function redeclarationOf(
  file: SyntaxFile,
  write: t.Identifier,
): t.VariableDeclarator | t.FunctionDeclaration | undefined {
  const isPartOfPattern = (node: t.Node): boolean =>
    t.isPattern(node) || t.isObjectProperty(node) || t.isRestElement(node);
  let node = file.parentOf(write);
  while (node && isPartOfPattern(node)) node = file.parentOf(node);
  return t.isVariableDeclarator(node) || t.isFunctionDeclaration(node) ? node : undefined;
}

/** What becomes a variable of the result can't be declared again: `var data = data.Item;` becomes an assignment. */
export function leaveOutRedeclarations(c: Conversion, { name, writes }: Binding): void {
  for (const write of writes) {
    const again = redeclarationOf(c.file, write);
    if (!again) continue;
    const declaration = c.file.parentOf(again);
    const isPlain =
      t.isVariableDeclaration(declaration) &&
      declaration.declarations.length === 1 &&
      t.isVariableDeclarator(again) &&
      again.id === write &&
      again.init &&
      !write.typeAnnotation;
    if (isPlain) c.assignOnly(write, declaration);
    else c.refuse('not-convertible', `the callback declares its parameter \`${name}\` again`, write);
  }
}

/**
 * Lets a name move from a callback's scope to a scope of the result.
 *
 * @returns the name that it has there
 */
export function moveName(c: Conversion, binding: Binding, scope: t.Node, from: t.Node): string {
  if (binding.kind === 'param') leaveOutRedeclarations(c, binding);
  const target = binding.kind === 'var' ? c.fn : scope;
  if (!collides(c, binding, target, from)) return binding.name;
  const name = c.freshName(binding.name);
  for (const identifier of identifiersOf(binding)) c.rename(identifier, name);
  return name;
}

/** Is the name used between the two offsets? */
export function isUsedIn(binding: Binding, start: number, end: number): boolean {
  return [...binding.references, ...binding.writes].some(
    (identifier) => startOf(identifier) >= start && endOf(identifier) <= end,
  );
}
