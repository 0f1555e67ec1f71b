import * as t from '@babel/types';
import type { TextEdit } from '../../src/edit/text-edit.js';
import { asyncKeyword, withoutParametersFrom } from '../../src/flow/direct-style/signature.js';
import { endOf, startOf, type SyntaxFile } from '../../src/syntax/syntax-file.js';

/** `async`, two parameters, and a return type that is a promise. */
export function signatureEdits(file: SyntaxFile, fn: t.Function): readonly TextEdit[] {
  return [...asyncKeyword(file, fn), ...returnTypeEdits(file, fn), ...callbackEdits(file, fn)];
}

/** Takes the third parameter away. */
export function callbackEdits(file: SyntaxFile, fn: t.Function): readonly TextEdit[] {
  return withoutParametersFrom(file, fn, 2);
}

/** A callback handler's type says that it returns nothing; what the async one returns is left to inference. */
function returnTypeEdits(file: SyntaxFile, fn: t.Function): readonly TextEdit[] {
  const { returnType } = fn;
  if (fn.async || !t.isTSTypeAnnotation(returnType)) return [];
  const type = returnType.typeAnnotation;
  if (t.isTSTypeReference(type) && t.isIdentifier(type.typeName, { name: 'Promise' })) return [];
  return (
    withoutVoidType(fn) ?? [
      { start: startOf(type), end: startOf(type), text: 'Promise<' },
      { start: endOf(type), end: endOf(type), text: '>' },
    ]
  );
}

/**
 * Takes a return type that says that nothing is returned away.
 *
 * @returns undefined for one that says something else
 */
export function withoutVoidType({ returnType }: t.Function): readonly TextEdit[] | undefined {
  if (!returnType) return [];
  const type = t.isTSTypeAnnotation(returnType) ? returnType.typeAnnotation : undefined;
  const saysNothing = t.isTSVoidKeyword(type) || t.isTSAnyKeyword(type) || t.isTSUndefinedKeyword(type);
  return saysNothing ? [{ start: startOf(returnType), end: endOf(returnType), text: '' }] : undefined;
}
