import * as t from '@babel/types';
import type { TextEdit } from '../../src/edit/text-edit.js';
import { endOfRemovedLines } from '../../src/flow/direct-style/layout.js';
import { asyncKeyword, withoutParametersFrom } from '../../src/flow/direct-style/signature.js';
import { endOf, startOf, type SyntaxFile } from '../../src/syntax/syntax-file.js';

/** `async`, two parameters, a return type that is a promise, and no import that only the callback's type needed. */
export function signatureEdits(file: SyntaxFile, fn: t.Function): readonly TextEdit[] {
  return [...asyncKeyword(file, fn), ...returnTypeEdits(file, fn), ...callbackEdits(file, fn)];
}

/** Takes the third parameter away, with what only its type needed. */
export function callbackEdits(file: SyntaxFile, fn: t.Function): readonly TextEdit[] {
  const parameters = fn.params.slice(2);
  return [...withoutParametersFrom(file, fn, 2), ...unusedImportEdits(file, parameters)];
}

/** A callback handler's type says that it returns nothing; what the async one returns is left to inference. */
function returnTypeEdits(file: SyntaxFile, fn: t.Function): readonly TextEdit[] {
  const { returnType } = fn;
  if (fn.async || !t.isTSTypeAnnotation(returnType)) return [];
  const type = returnType.typeAnnotation;
  if (t.isTSTypeReference(type) && t.isIdentifier(type.typeName, { name: 'Promise' })) return [];
  const saysNothing = t.isTSVoidKeyword(type) || t.isTSAnyKeyword(type) || t.isTSUndefinedKeyword(type);
  if (saysNothing) return [{ start: startOf(returnType), end: endOf(returnType), text: '' }];
  return [
    { start: startOf(type), end: startOf(type), text: 'Promise<' },
    { start: endOf(type), end: endOf(type), text: '>' },
  ];
}

/** Import specifiers that only the type of the callback needs. */
function unusedSpecifiers(file: SyntaxFile, removed: readonly t.Node[]): readonly t.ImportSpecifier[] {
  const isRemoved = (node: t.Node): boolean => removed.some((outer) => file.contains(outer, node));
  return file.nodes('ImportSpecifier').filter((specifier) => {
    const uses = file
      .nodes('Identifier')
      .filter((identifier) => identifier !== specifier.local && identifier !== specifier.imported)
      .filter((identifier) => identifier.name === specifier.local.name);
    return uses.length > 0 && uses.every(isRemoved);
  });
}

/** Imports of which nothing is left. */
export function unusedImports(file: SyntaxFile, fn: t.Function): readonly t.Node[] {
  return unusedSpecifiers(file, fn.params.slice(2)).flatMap((specifier) => {
    const declaration = file.parentOf(specifier);
    return t.isImportDeclaration(declaration) && declaration.specifiers.length === 1 ? [declaration] : [];
  });
}

function unusedImportEdits(file: SyntaxFile, removed: readonly t.Node[]): readonly TextEdit[] {
  return unusedSpecifiers(file, removed).flatMap((specifier) => specifierEdits(file, specifier));
}

function specifierEdits(file: SyntaxFile, specifier: t.ImportSpecifier): readonly TextEdit[] {
  const declaration = file.parentOf(specifier);
  if (!t.isImportDeclaration(declaration)) return [];
  const index = declaration.specifiers.indexOf(specifier);
  const before = declaration.specifiers[index - 1];
  const after = declaration.specifiers[index + 1];
  if (after) return [{ start: startOf(specifier), end: startOf(after), text: '' }];
  if (before && t.isImportSpecifier(before))
    return [{ start: endOf(before), end: endOf(specifier), text: '' }];
  if (before) return [];
  const start = startOf(declaration);
  return [{ start, end: endOfRemovedLines(file, start, endOf(declaration)), text: '' }];
}
