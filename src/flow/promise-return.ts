import * as t from '@babel/types';
import type { SyntaxFile } from '../syntax/syntax-file.js';
import type { TypeOracle } from '../types/oracle.js';
import { saysPromise } from './async-signature.js';

/**
 * Does the function return a native promise on all paths as it is, so that its callers see no difference when it
 * becomes async? False where that isn't known.
 */
export function returnsPromiseAlready(types: TypeOracle, file: SyntaxFile, fn: t.Function): boolean {
  if (t.isTSTypeAnnotation(fn.returnType)) return saysPromise(fn.returnType.typeAnnotation);
  const typed = nodeWithFunctionType(fn);
  const answer = typed && types.typeOf(file.rangeOf(typed));
  return answer?.is === 'yes' && isPromise(returnTypeIn(answer.value));
}

/** The node whose type is the function's: itself, or its name. */
function nodeWithFunctionType(fn: t.Function): t.Node | undefined {
  if (t.isFunctionDeclaration(fn)) return fn.id ?? undefined;
  if (t.isClassMethod(fn) || t.isClassPrivateMethod(fn) || t.isObjectMethod(fn)) return fn.key;
  return fn;
}

/** `(a: string) => Promise<void>` → `Promise<void>`; undefined for anything but one plain signature. */
function returnTypeIn(functionType: string): string | undefined {
  const open = functionType.indexOf('(');
  if (open === -1 || functionType.startsWith('{')) return undefined;
  let depth = 0;
  for (let offset = open; offset < functionType.length; offset += 1) {
    if (functionType[offset] === '(') depth += 1;
    if (functionType[offset] === ')') depth -= 1;
    if (depth === 0)
      return functionType.startsWith(' => ', offset + 1) ? functionType.slice(offset + 5) : undefined;
  }
  return undefined;
}

function isPromise(type: string | undefined): boolean {
  if (!type?.startsWith('Promise<')) return false;
  let depth = 0;
  for (let offset = 0; offset < type.length; offset += 1) {
    if (type[offset] === '<') depth += 1;
    const isClosing = type[offset] === '>' && type[offset - 1] !== '=';
    if (isClosing) depth -= 1;
    if (isClosing && depth === 0) return offset === type.length - 1;
  }
  return false;
}
