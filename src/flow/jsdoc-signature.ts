import * as t from '@babel/types';
import { nameOfFunction } from '../syntax/function-name.js';
import { endOf, startOf, type SyntaxFile } from '../syntax/syntax-file.js';
import { insertion } from './await-insertion.js';
import { joinSignatureEdits, type SignatureEdits, typeStays } from './signature-edits.js';

const RETURNS_TAG = /@returns?[ \t]+\{/g;
const TYPE_TAG = /@type[ \t]+\{/g;
/** The types of `@types/aws-lambda` let a handler return a promise as well as nothing. */
const LAMBDA_HANDLER = /^\s*import\(['"]aws-lambda['"]\)\.\w*Handler\b/;
const OVERLOAD_TAG = /@overload\b/;

/**
 * `@returns {T}` → `@returns {Promise<T>}` and `@type {(x: X) => T}` → `@type {(x: X) => Promise<T>}` in the comment
 * before a function.
 *
 * @returns a refusal where the type has a name of its own, or the comment declares overloads
 */
export function jsDocSignatureEdits(file: SyntaxFile, fn: t.Function): SignatureEdits {
  const comment = jsDocOf(file, fn);
  if (!comment) return { ok: true, edits: [] };
  if (OVERLOAD_TAG.test(comment.value))
    return typeStays('@overload', { file: file.path, start: startOf(comment), end: endOf(comment) });
  return joinSignatureEdits([
    ...typesBehind(file, comment, RETURNS_TAG).map((type) => promised(type)),
    ...typesBehind(file, comment, TYPE_TAG).map((type) => promisedFunctionType(file, type)),
  ]);
}

/** A type between the braces of a tag. */
interface TagType {
  readonly start: number;
  readonly text: string;
}

function typesBehind(file: SyntaxFile, comment: t.Comment, tag: RegExp): readonly TagType[] {
  return [...file.text.slice(startOf(comment), endOf(comment)).matchAll(tag)].flatMap((match) => {
    const start = startOf(comment) + match.index + match[0].length;
    const length = lengthUntilClosed(file.text.slice(start, endOf(comment)));
    return length === undefined ? [] : [{ start, text: file.text.slice(start, start + length) }];
  });
}

function promised({ start, text }: TagType): SignatureEdits {
  if (/^\s*Promise\b/.test(text)) return { ok: true, edits: [] };
  return { ok: true, edits: [insertion(start, 'Promise<'), insertion(start + text.length, '>')] };
}

function promisedFunctionType(file: SyntaxFile, type: TagType): SignatureEdits {
  const start = startOfReturnType(type.text);
  if (start !== undefined) return promised({ start: type.start + start, text: type.text.slice(start) });
  if (LAMBDA_HANDLER.test(type.text)) return { ok: true, edits: [] };
  const place = { file: file.path, start: type.start, end: type.start + type.text.length };
  return typeStays(type.text, place);
}

/** Of `(x: X) => T`, and of `function(X): T` as Closure writes it; undefined for anything else. */
function startOfReturnType(type: string): number | undefined {
  const opening = /^\s*(?:function\s*)?\(/.exec(type)?.[0];
  const parameters = opening === undefined ? undefined : lengthUntilClosed(type.slice(opening.length));
  if (opening === undefined || parameters === undefined) return undefined;
  const behind = opening.length + parameters + 1;
  const arrow = (opening.includes('function') ? /^\s*:\s*/ : /^\s*=>\s*/).exec(type.slice(behind))?.[0];
  return arrow === undefined ? undefined : behind + arrow.length;
}

/** How far it is to the bracket that closes what was opened before the text. */
function lengthUntilClosed(text: string): number | undefined {
  let depth = 0;
  for (let offset = 0; offset < text.length; offset += 1) {
    const character = text.charAt(offset);
    if ('({['.includes(character)) depth += 1;
    if (!')}]'.includes(character)) continue;
    if (depth === 0) return offset;
    depth -= 1;
  }
  return undefined;
}

/** The JSDoc comment that documents a function, or the statement or member that gives it its name. */
function jsDocOf(file: SyntaxFile, fn: t.Function): t.Comment | undefined {
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
