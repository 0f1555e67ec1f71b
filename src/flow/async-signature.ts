import * as t from '@babel/types';
import { endOf, startOf, type SyntaxFile } from '../syntax/syntax-file.js';
import { isAwaitAName } from './await-context.js';
import { insertion } from './await-insertion.js';
import { jsDocSignatureEdits } from './jsdoc-signature.js';
import { joinSignatureEdits, type SignatureEdits, typeStays } from './signature-edits.js';

/** A declaration without a body: a member of an interface, an abstract method, an overload. */
export type BodilessSignature =
  t.TSMethodSignature | t.TSPropertySignature | t.TSDeclareFunction | t.TSDeclareMethod | t.ClassProperty;

/** Does the annotation say `Promise<…>` already? */
export function saysPromise(type: t.TSType): boolean {
  return t.isTSTypeReference(type) && t.isIdentifier(type.typeName, { name: 'Promise' });
}

function promised(file: SyntaxFile, annotation: t.Node | null | undefined): SignatureEdits {
  if (!annotation || t.isNoop(annotation)) return { ok: true, edits: [] };
  if (!t.isTSTypeAnnotation(annotation)) return unsupported(file, annotation);
  const type = annotation.typeAnnotation;
  if (saysPromise(type)) return { ok: true, edits: [] };
  if (t.isTSTypePredicate(type) || t.isTSThisType(type) || isOtherThenable(type))
    return unsupported(file, type);
  return {
    ok: true,
    edits: [insertion(startOf(type), 'Promise<'), insertion(endOf(type), '>')],
  };
}

/** An async function has to say `Promise`. */
function isOtherThenable(type: t.TSType): boolean {
  return (
    t.isTSTypeReference(type) &&
    t.isIdentifier(type.typeName) &&
    /^(?:PromiseLike|Bluebird|Thenable)$/.test(type.typeName.name)
  );
}

function unsupported(file: SyntaxFile, type: t.Node): SignatureEdits {
  return typeStays(file.slice(type), file.rangeOf(type));
}

/** `async` before the function, and `Promise<…>` around what it is declared to return, in JSDoc too. */
export function asyncSignatureEdits(
  file: SyntaxFile,
  fn: t.Function,
  { withKeyword }: { readonly withKeyword: boolean },
): SignatureEdits {
  if (withKeyword && !fn.async && isAwaitAName(file))
    return { ok: false, reason: { code: 'await-is-a-name' } };
  const keyword = withKeyword && !fn.async ? [insertion(keywordOffset(file, fn), 'async ')] : [];
  return joinSignatureEdits([
    { ok: true, edits: keyword },
    promised(file, fn.returnType),
    typeOfHolderEdits(file, fn),
    jsDocSignatureEdits(file, fn),
  ]);
}

/** Where `async` goes: behind the modifiers of a member, before everything else of a function. */
function keywordOffset(file: SyntaxFile, fn: t.Function): number {
  if (!t.isClassMethod(fn) && !t.isClassPrivateMethod(fn) && !t.isObjectMethod(fn)) return startOf(fn);
  const keyStart = startOf(fn.key);
  return fn.computed ? file.text.lastIndexOf('[', keyStart) : keyStart;
}

/** `const save: (x: Item) => void = …` declares the type at the variable. */
function typeOfHolderEdits(file: SyntaxFile, fn: t.Function): SignatureEdits {
  const holder = file.parentOf(fn);
  if (t.isVariableDeclarator(holder) && t.isIdentifier(holder.id))
    return functionTypeEdits(file, holder.id.typeAnnotation);
  if (t.isClassProperty(holder)) return functionTypeEdits(file, holder.typeAnnotation);
  return { ok: true, edits: [] };
}

function functionTypeEdits(file: SyntaxFile, annotation: t.Node | null | undefined): SignatureEdits {
  if (!t.isTSTypeAnnotation(annotation)) return { ok: true, edits: [] };
  const type = annotation.typeAnnotation;
  if (isLambdaHandlerType(file, type)) return { ok: true, edits: [] };
  return t.isTSFunctionType(type) ? promised(file, type.typeAnnotation) : unsupported(file, type);
}

/** The types of `@types/aws-lambda` let a handler return a promise as well as nothing. */
function isLambdaHandlerType(file: SyntaxFile, type: t.TSType): boolean {
  if (!t.isTSTypeReference(type) || !t.isIdentifier(type.typeName)) return false;
  const { name } = type.typeName;
  return file
    .nodes('ImportDeclaration')
    .filter(({ source }) => source.value === 'aws-lambda')
    .flatMap(({ specifiers }) => specifiers)
    .some(
      (specifier) =>
        t.isImportSpecifier(specifier) &&
        specifier.local.name === name &&
        t.isIdentifier(specifier.imported) &&
        specifier.imported.name.endsWith('Handler'),
    );
}

/** The type of a declaration without a body: `save(x: Item): void` → `save(x: Item): Promise<void>`. */
export function promisedSignatureEdits(file: SyntaxFile, signature: BodilessSignature): SignatureEdits {
  if (t.isTSPropertySignature(signature) || t.isClassProperty(signature)) {
    return signature.typeAnnotation
      ? functionTypeEdits(file, signature.typeAnnotation)
      : unsupported(file, signature);
  }
  const type = t.isTSMethodSignature(signature) ? signature.typeAnnotation : signature.returnType;
  return type ? promised(file, type) : unsupported(file, signature);
}
