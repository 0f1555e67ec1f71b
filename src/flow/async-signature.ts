import * as t from '@babel/types';
import type { TextEdit } from '../edit/text-edit.js';
import { nameOfFunction } from '../syntax/function-name.js';
import { endOf, startOf, type SyntaxFile } from '../syntax/syntax-file.js';
import type { Reason } from '../transform.js';
import { insertion } from './await-insertion.js';

/** The edits that make a declaration's type a promise, or why they can't be made. */
export type SignatureEdits =
  | { readonly ok: true; readonly edits: readonly TextEdit[] }
  | { readonly ok: false; readonly reason: Reason };

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
  return {
    ok: false,
    reason: { code: 'type-stays', data: { type: file.slice(type) }, places: [file.rangeOf(type)] },
  };
}

/** `async` before the function, and `Promise<…>` around what it is declared to return. */
export function asyncSignatureEdits(
  file: SyntaxFile,
  fn: t.Function,
  { withKeyword }: { readonly withKeyword: boolean },
): SignatureEdits {
  const own = promised(file, fn.returnType);
  if (!own.ok) return own;
  const outer = typeOfHolderEdits(file, fn);
  if (!outer.ok) return outer;
  const keyword = withKeyword && !fn.async ? [insertion(keywordOffset(file, fn), 'async ')] : [];
  return { ok: true, edits: [...keyword, ...own.edits, ...outer.edits, ...jsDocEdits(file, fn)] };
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
  return t.isTSFunctionType(type) ? promised(file, type.typeAnnotation) : unsupported(file, type);
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

const RETURNS_TAG = /@returns?[ \t]+\{/g;

/** `@returns {T}` → `@returns {Promise<T>}` in the comment before the function. */
function jsDocEdits(file: SyntaxFile, fn: t.Function): readonly TextEdit[] {
  const comment = jsDocOf(file, fn);
  if (!comment) return [];
  const edits: TextEdit[] = [];
  for (const match of file.text.slice(startOf(comment), endOf(comment)).matchAll(RETURNS_TAG)) {
    const open = startOf(comment) + match.index + match[0].length;
    const close = closingBrace(file.text, open);
    const type = file.text.slice(open, close);
    if (close < endOf(comment) && !/^\s*Promise\b/.test(type))
      edits.push(insertion(open, 'Promise<'), insertion(close, '>'));
  }
  return edits;
}

function closingBrace(text: string, from: number): number {
  let depth = 0;
  for (let offset = from; offset < text.length; offset += 1) {
    if (text[offset] === '{') depth += 1;
    if (text[offset] === '}' && depth === 0) return offset;
    if (text[offset] === '}') depth -= 1;
  }
  return text.length;
}

/** The JSDoc comment that documents a function, or the statement or member that gives it its name. */
export function jsDocOf(file: SyntaxFile, fn: t.Function): t.Comment | undefined {
  const starts = new Set<number>([startOf(fn)]);
  if (nameOfFunction(file, fn) !== undefined) {
    for (const ancestor of file.ancestors(fn)) {
      if (t.isFunction(ancestor) || t.isBlock(ancestor) || t.isClassBody(ancestor)) break;
      starts.add(startOf(ancestor));
    }
  }
  return file.comments.find(
    (comment) =>
      comment.type === 'CommentBlock' &&
      comment.value.startsWith('*') &&
      [...starts].some(
        (start) => endOf(comment) <= start && file.text.slice(endOf(comment), start).trim() === '',
      ),
  );
}
