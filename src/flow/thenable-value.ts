import * as t from '@babel/types';
import { PROMISE_RETURNING } from '../knowledge/promise-returning.js';
import { PROMISES_OF_OBJECTS } from '../knowledge/promises-of-objects.js';
import { originOf } from '../syntax/origin.js';
import type { SyntaxFile } from '../syntax/syntax-file.js';
import type { TransformContext } from '../transform.js';
import type { Answer, Thenable } from '../types/oracle.js';

/** Is the value of this expression a promise: by its type, and where that is unknown, by what packages document? */
export function thenableValue(
  { types }: TransformContext,
  file: SyntaxFile,
  expression: t.Expression,
): Answer<Thenable> {
  const typed = types.thenable(file.rangeOf(expression));
  if (typed.is !== 'unknown') return typed;
  return isDocumentedPromise(file, expression)
    ? { is: 'yes', value: { typeName: 'Promise', shape: 'single' } }
    : typed;
}

/** Does a package document that this call returns a promise? A callback as the last argument takes its place. */
export function isDocumentedPromise(file: SyntaxFile, expression: t.Expression): boolean {
  if (!t.isCallExpression(expression) && !t.isOptionalCallExpression(expression)) return false;
  const origin = originOf(file, expression.callee);
  if (!origin) return false;
  const callee = origin.path.join('.');
  const started = callee.replace(/(?:\.?\(\)\.(?:then|catch|finally))+$/, '');
  const isChained = started !== callee;
  if (!isChained && t.isFunction(expression.arguments.at(-1))) return false;
  const ofModule = PROMISE_RETURNING[origin.module] ?? [];
  return (
    ofModule.includes(started === '' ? '()' : started) ||
    PROMISES_OF_OBJECTS.some((row) => row.module.test(origin.module) && row.callee.test(started))
  );
}
