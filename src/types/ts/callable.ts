import { ts } from 'ts-morph';
import type { Answer } from '../oracle.js';
import { isOpenType, unionParts } from './thenable.js';

/** Can the value be called, whichever part of its type it has? */
export function askCallable(checker: ts.TypeChecker, node: ts.Expression): Answer<true> {
  const type = checker.getTypeAtLocation(node);
  if (isOpenType(type)) return { is: 'unknown' };
  const isCallable = unionParts(checker.getApparentType(type)).every(
    (part) => part.getCallSignatures().length > 0,
  );
  return isCallable ? { is: 'yes', value: true } : { is: 'no' };
}
